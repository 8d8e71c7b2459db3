package chat.parley.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Tag;

/** Which tests are run once more when they fail. */
@AnalyzeClasses(
    packages = "chat.parley.server",
    importOptions = ImportOption.OnlyIncludeTests.class)
class TriesTest {
  private static final DescribedPredicate<JavaClass> DRIVE_A_BROWSER =
      describe(
          "drive a browser",
          test ->
              test.getDirectDependenciesFromSelf().stream()
                  .anyMatch(other -> other.getTargetClass().isEquivalentTo(Browser.class)));

  private static final DescribedPredicate<JavaAnnotation<?>> THE_TAG =
      describe(
          "the tag \"browser\"",
          tag ->
              tag.getRawType().isEquivalentTo(Tag.class)
                  && tag.get("value").filter("browser"::equals).isPresent());

  @ArchTest
  static final ArchRule whatDrivesABrowserHasASecondTry =
      classes()
          .that(DRIVE_A_BROWSER)
          .and()
          .haveSimpleNameEndingWith("Test")
          .and()
          .doNotHaveSimpleName("TriesTest")
          .should()
          .beAnnotatedWith(THE_TAG)
          .because("a browser on a busy computer fails at times without a fault of ours");

  @ArchTest
  static final ArchRule nothingElseHas =
      classes()
          .that()
          .areAnnotatedWith(THE_TAG)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Browser.class)
          .because("a message that is lost in one of two runs is lost");
}
