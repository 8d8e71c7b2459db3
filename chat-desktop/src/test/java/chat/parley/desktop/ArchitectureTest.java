package chat.parley.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import chat.parley.protocol.Command;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "chat.parley.desktop", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("app")
          .definedBy("chat.parley.desktop.app..")
          .optionalLayer("view")
          .definedBy("chat.parley.desktop.view..")
          .layer("viewmodel")
          .definedBy("chat.parley.desktop.viewmodel..")
          .optionalLayer("platform")
          .definedBy("chat.parley.desktop.platform..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("view")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("viewmodel")
          .mayOnlyBeAccessedByLayers("view", "app")
          .whereLayer("platform")
          .mayOnlyBeAccessedByLayers("app")
          .because("a view shows, a view model decides, and the app puts them together");

  @ArchTest
  static final ArchRule viewModelsKnowNoNodes =
      noClasses()
          .that()
          .resideInAPackage("..viewmodel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..", "javafx.stage..", "javafx.animation..", "javafx.application..")
          .because("what is shown is tested without a window");

  @ArchTest
  static final ArchRule viewModelsReachTheWorldThroughInterfaces =
      noClasses()
          .that()
          .resideInAPackage("..viewmodel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.net..", "java.nio..", "org.java_websocket..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("chat.parley.client.ParleyClient")
          .because("tests hand in a connection and an archive of their own");

  @ArchTest
  static final ArchRule whatDiffersBySystemKnowsNoChat =
      noClasses()
          .that()
          .resideInAPackage("..desktop.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..desktop.viewmodel..", "..desktop.view..", "chat.parley.client..", "javafx..")
          .allowEmptyShould(true)
          .because("another system must not change what is told, only how");

  @ArchTest
  static final ArchRule viewsDoNotTalkToTheServer =
      noClasses()
          .that()
          .resideInAPackage("..desktop.view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..viewmodel.outside..", "java.sql..", "java.net.http..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("chat.parley.client.ParleyClient")
          .allowEmptyShould(true)
          .because("a view asks its view model");

  @ArchTest
  static final ArchRule theServerIsRunFromOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("..viewmodel.admin..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Command.Administration.class)
          .because("what is for few is offered in one place only, to those who may");

  @ArchTest
  static final ArchRule sqlIsInTheCacheOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("chat.parley.desktop.app")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..")
          .because("the file on disk has one owner");

  @ArchTest
  static final ArchRule theServerIsNoPartOfTheApp =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("chat.parley.server..")
          .because("the app reaches a server by its address, as everybody does");
}
