package chat.parley.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import javax.net.ssl.KeyManager;

@AnalyzeClasses(
    packages = "chat.parley.server",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String SERVER = "chat.parley.server";

  @ArchTest
  static final ArchRule noCycles =
      SlicesRuleDefinition.slices()
          .matching(SERVER + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package that needs another and is needed by it is half of one package");

  @ArchTest
  static final ArchRule storeAndRoomStandAlone =
      noClasses()
          .that()
          .resideInAnyPackage(SERVER + ".store..", SERVER + ".room..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              SERVER + ".access..",
              SERVER + ".command..",
              SERVER + ".frontdoor..",
              SERVER + ".http..",
              SERVER + ".session..")
          .because("others listen to them; they know nobody");

  @ArchTest
  static final ArchRule sqlStaysInTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackage(SERVER + ".store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb..")
          .because("column names live in one place");

  @ArchTest
  static final ArchRule socketsStayInTheFrontDoor =
      noClasses()
          .that()
          .resideOutsideOfPackages(SERVER + ".frontdoor..", SERVER + ".http..")
          .and()
          .areNotAssignableTo(KeyManager.class) // is handed one, and never looks at it
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.java_websocket..", "org.apache.hc..")
          .because("a session offers frames and never sees a socket");

  @ArchTest
  static final ArchRule theFrontDoorKnowsBytesNotRooms =
      noClasses()
          .that()
          .resideInAnyPackage(SERVER + ".frontdoor..", SERVER + ".http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVER + ".store..", SERVER + ".command..", SERVER + ".access..")
          .because("what a frame says is none of its business");

  @ArchTest
  static final ArchRule onlyTheWiringKnowsAll =
      classes()
          .that()
          .resideInAnyPackage(
              SERVER + ".command..", SERVER + ".session..", SERVER + ".room..", SERVER + ".store..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage(SERVER)
          .because("nothing inside may reach for the whole server");

  @ArchTest
  static final ArchRule filesKnowNothingOfHttp =
      noClasses()
          .that()
          .resideInAPackage(SERVER + ".file..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              SERVER + ".frontdoor..",
              SERVER + ".http..",
              SERVER + ".command..",
              SERVER + ".session..",
              "org.apache.hc..")
          .because("how bytes come and go is another thing than what they are");

  @ArchTest
  static final ArchRule nobodySelects =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.java_websocket.server..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo("java.nio.channels.Selector")
          .because(
              "a selector keeps what it once selected and looks at it again for every event;"
                  + " a thread to each connection cannot");
}
