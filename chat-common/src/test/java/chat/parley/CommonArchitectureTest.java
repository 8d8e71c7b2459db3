package chat.parley;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** Who may import whom in chat-common, and why. */
@AnalyzeClasses(packages = "chat.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class CommonArchitectureTest {
  private static final String MODEL = "chat.parley.model..";
  private static final String PROTOCOL = "chat.parley.protocol..";
  private static final String WIRE = "chat.parley.wire..";
  private static final String CLIENT = "chat.parley.client..";

  @ArchTest
  static final ArchRule MODEL_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .dependOnClassesThat(oursBeyond(MODEL))
          .because("what exists does not depend on how it is said, sent or kept");

  @ArchTest
  static final ArchRule PROTOCOL_KNOWS_ONLY_THE_MODEL =
      noClasses()
          .that()
          .resideInAPackage(PROTOCOL)
          .should()
          .dependOnClassesThat(oursBeyond(PROTOCOL, MODEL))
          .because("both ends say the same, whatever carries it");

  @ArchTest
  static final ArchRule WIRE_KNOWS_NOT_WHO_USES_IT =
      noClasses()
          .that()
          .resideInAPackage(WIRE)
          .should()
          .dependOnClassesThat(oursBeyond(WIRE, PROTOCOL, MODEL))
          .allowEmptyShould(true)
          .because("the server and the client guard their sockets by the same code");

  @ArchTest
  static final ArchRule CLIENT_KNOWS_WHAT_IS_SAID_AND_HOW_IT_IS_CARRIED =
      noClasses()
          .that()
          .resideInAPackage(CLIENT)
          .should()
          .dependOnClassesThat(oursBeyond(CLIENT, PROTOCOL, MODEL, WIRE))
          .because("a bot, the load generator and the desktop take part by the same client");

  @ArchTest
  static final ArchRule ONLY_DISCOVERY_SPEAKS_MULTICAST =
      noClasses()
          .that()
          .resideOutsideOfPackage("chat.parley.discovery..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.jmdns..")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("chat.parley.discovery..")
          .because("where a server is found is no matter of those who talk to it");

  @ArchTest
  static final ArchRule NO_SCREEN_AND_NO_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..", "java.awt..", "javax.swing..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
          .because("a server has no screen, and a bot keeps nothing: the app brings its Journal");

  @ArchTest
  static final ArchRule WHAT_IS_SAID_TOUCHES_NOTHING_OUTSIDE =
      noClasses()
          .that()
          .resideInAnyPackage(MODEL, PROTOCOL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..", "java.nio.file..", "java.nio.channels..", "org.java_websocket..")
          .because("a codec that does no I/O can be tested with a table");

  @ArchTest
  static final ArchRule WHAT_IS_SAID_HAS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(MODEL, PROTOCOL)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(java.util.Date.class, java.util.Calendar.class, Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(InstantSource.class)
          .because("the time of an event is the server's, and comes with it");

  @ArchTest
  static final ArchRule JSON_NAMES_STAY_IN_THE_PROTOCOL =
      noClasses()
          .that()
          .resideOutsideOfPackage(PROTOCOL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.gson..")
          .because("what a field is called on the wire is said in one place");

  @ArchTest
  static final ArchRule MODEL_NEEDS_ONLY_JAVA =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java.lang..", "java.util..", "java.text..", "org.jspecify..")
                  .or(resideInAPackage(MODEL)))
          .because("everything else stands on it");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("chat.parley.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package that can be read alone can be understood alone");

  private static DescribedPredicate<JavaClass> oursBeyond(String... allowed) {
    return resideInAPackage("chat.parley..")
        .and(resideOutsideOfPackages(allowed))
        .as("classes of ours outside %s", String.join(", ", allowed));
  }
}
