package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.settings.Density;
import chat.parley.desktop.viewmodel.timeline.ThreadSummary;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cleo has no mouse: she comes in, talks and looks around by keys alone, on a real server. */
@Tag("fault")
class KeysOnlyJourneyTest {
  @TempDir Path folder;

  @Test
  void aWholeMorningWithoutAMouse() throws Exception {
    try (var duo = new Duo(folder);
        Desk cleo = Desk.open(folder.resolve("cleo"))) {
      comesIn(cleo, duo.address());
      writesAndCorrects(cleo, duo);
      answersReactsAndOpensAThread(cleo, duo);
      makesARoomAndComesBack(cleo);
      pinsAMessageAndForwardsIt(cleo, duo);
      looksWhoWroteAMessage(cleo, duo);
      takesASendBack(cleo);
      favouritesARoomByItsMenu(cleo);
      looksWhoIsThere(cleo);
      saysWhatSheIsDoing(cleo, duo);
      choosesAnotherDensity(cleo);
      leavesItByItsMenu(cleo);
      takesTheLeaveBack(cleo);
    }
  }

  private static void comesIn(Desk cleo, String address) {
    cleo.inFront();
    Fx.run(cleo.stage()::requestFocus);
    cleo.awaitNode("#login-address .text-field");
    // The computer has told a name already, so the keyboard is at what is missing.
    Fx.await(() -> within(cleo, "#login-address"));
    cleo.push(KeyCode.SHIFT, KeyCode.TAB);
    Fx.await(() -> within(cleo, "#login-name"));
    cleo.push(KeyCode.SHORTCUT, KeyCode.A);
    cleo.type("Cleo Marsh");
    cleo.push(KeyCode.TAB);
    Fx.await(() -> within(cleo, "#login-address"));
    cleo.type(address);
    cleo.push(KeyCode.ENTER);
    cleo.awaitNode("#composer");
    Fx.await(() -> within(cleo, "#composer") && cleo.title().equals("lobby"));
  }

  private static void writesAndCorrects(Desk cleo, Duo duo) {
    cleo.type("Good mroning");
    cleo.push(KeyCode.ENTER);
    Fx.await(() -> message(duo.ben, "Good mroning") != null);
    Fx.await(() -> message(cleo, "Good mroning").seq() > 0);
    cleo.push(KeyCode.UP);
    cleo.awaitText("Editing");
    cleo.push(KeyCode.SHORTCUT, KeyCode.A);
    cleo.type("Good morning");
    cleo.push(KeyCode.ENTER);
    Fx.await(() -> message(duo.ben, "Good morning") != null);
  }

  private static void answersReactsAndOpensAThread(Desk cleo, Duo duo) {
    duo.ben.tells("Anybody hungry?");
    Fx.await(
        () ->
            cleo.scene()
                .lookup("#announcer")
                .getAccessibleText()
                .equals("Ben Roth says: Anybody hungry?"));
    toMessages(cleo);
    cleo.push(KeyCode.R);
    cleo.awaitText("Replying to Ben Roth");
    cleo.type("Always");
    cleo.push(KeyCode.ENTER);
    Fx.await(
        () ->
            message(duo.ben, "Always") != null
                && message(duo.ben, "Always").extras().quote() != null);

    toMessages(cleo);
    cleo.push(KeyCode.END);
    cleo.push(KeyCode.UP);
    cleo.push(KeyCode.PLUS);
    cleo.awaitNode(".emoji-picker");
    cleo.type("pizza");
    cleo.push(KeyCode.ENTER);
    Fx.await(() -> !message(duo.ben, "Anybody hungry?").extras().reactions().isEmpty());
    cleo.push(KeyCode.T);
    cleo.awaitNode("#thread-composer");
    Fx.await(() -> within(cleo, "#thread-composer"));
    cleo.type("At noon?");
    cleo.push(KeyCode.ENTER);
    Fx.await(() -> replies(duo.ben) == 1);
    cleo.push(KeyCode.ESCAPE);
    Fx.await(() -> cleo.server().messages().thread().shownProperty().get() == null);
  }

  private static void makesARoomAndComesBack(Desk cleo) {
    command(cleo, ">browse");
    Fx.await(() -> within(cleo, ".add-room"));
    cleo.type("pantry");
    cleo.awaitText("Create #pantry");
    cleo.push(KeyCode.ENTER);
    Fx.await(() -> cleo.title().equals("pantry"));
    cleo.push(KeyCode.ALT, KeyCode.LEFT);
    Fx.await(() -> cleo.title().equals("lobby"));
    command(cleo, ">dark");
    Fx.await(() -> cleo.model().settings().themeProperty().get() == Theme.DARK);
  }

  private static void pinsAMessageAndForwardsIt(Desk cleo, Duo duo) {
    duo.ben.tells("Soup at noon");
    Fx.await(() -> message(cleo, "Soup at noon") != null);
    toMessages(cleo);
    cleo.push(KeyCode.END);
    cleo.push(KeyCode.P);
    Fx.await(() -> message(duo.ben, "Soup at noon").extras().pinned());
    cleo.push(KeyCode.F);
    Fx.await(() -> within(cleo, "#forward-search"));
    cleo.type("pan");
    cleo.push(KeyCode.ENTER);
    cleo.awaitText("Forwarded to pantry");
    cleo.push(KeyCode.ALT, KeyCode.DOWN);
    Fx.await(() -> cleo.title().equals("pantry"));
    Fx.await(() -> message(cleo, "Soup at noon") != null);
    cleo.push(KeyCode.ALT, KeyCode.LEFT);
    Fx.await(() -> cleo.title().equals("lobby"));
  }

  private static void looksWhoWroteAMessage(Desk cleo, Duo duo) {
    duo.ben.tells("Bring bowls");
    Fx.await(() -> message(cleo, "Bring bowls") != null);
    toMessages(cleo);
    cleo.push(KeyCode.END);
    cleo.push(KeyCode.A);
    cleo.awaitNode(".profile");
    Fx.await(() -> cleo.sees("Ben Roth") && within(cleo, ".profile"));
    cleo.push(KeyCode.ESCAPE);
    Fx.await(() -> cleo.scene().getRoot().lookup(".profile") == null);
    Fx.await(() -> within(cleo, ".message-pane"));
  }

  private static void takesASendBack(Desk cleo) {
    Fx.run(() -> cleo.model().settings().undoSecondsProperty().set(10));
    toPart(cleo, "#composer");
    cleo.type("Not yet");
    cleo.push(KeyCode.ENTER);
    cleo.awaitText("Undo");
    toMessages(cleo);
    cleo.push(KeyCode.END);
    tabTo(cleo, ".delivery");
    cleo.push(KeyCode.SPACE);
    Fx.await(() -> within(cleo, "#composer"));
    Fx.await(() -> message(cleo, "Not yet") == null);
    cleo.push(KeyCode.SHORTCUT, KeyCode.A);
    cleo.push(KeyCode.DELETE);
    Fx.run(() -> cleo.model().settings().undoSecondsProperty().set(0));
  }

  private static void favouritesARoomByItsMenu(Desk cleo) {
    toPart(cleo, ".room-list");
    cleo.push(KeyCode.SHIFT, KeyCode.F10);
    choose(cleo, "Add to favourites");
    Fx.await(() -> Duo.room(cleo, "lobby").wishProperty().get().favourite());
    cleo.awaitText("Favourites");
  }

  private static void looksWhoIsThere(Desk cleo) {
    command(cleo, ">show people");
    cleo.awaitNode(".people-list");
    toPart(cleo, ".header");
    tabTo(cleo, ".people-list");
    cleo.push(KeyCode.HOME);
    cleo.push(KeyCode.ENTER);
    cleo.awaitNode(".profile");
    Fx.await(() -> within(cleo, ".profile"));
    cleo.push(KeyCode.ESCAPE);
    Fx.await(() -> cleo.scene().getRoot().lookup(".profile") == null);
    Fx.await(() -> within(cleo, ".people-list"));
    cleo.push(KeyCode.ESCAPE);
    Fx.await(() -> cleo.scene().getRoot().lookup(".people-list") == null);
    Fx.await(() -> within(cleo, "#composer"));
  }

  private static void saysWhatSheIsDoing(Desk cleo, Duo duo) {
    toPart(cleo, ".room-list");
    tabTo(cleo, "#me");
    cleo.push(KeyCode.SPACE);
    Fx.await(() -> within(cleo, ".me-menu"));
    cleo.push(KeyCode.SPACE); // The first of it is the status.
    Fx.await(() -> within(cleo, "#status-text"));
    cleo.type("In the pantry");
    cleo.push(KeyCode.ENTER);
    Fx.await(() -> "In the pantry".equals(status(duo.ben)));
    cleo.awaitText("In the pantry");
  }

  private static void choosesAnotherDensity(Desk cleo) {
    Density before = Fx.call(() -> cleo.model().settings().densityProperty().get());
    cleo.openSettings("density");
    tabTo(cleo, ".segments");
    cleo.push(KeyCode.RIGHT);
    Fx.await(() -> cleo.model().settings().densityProperty().get() != before);
    cleo.closeSettings();
  }

  private static void leavesItByItsMenu(Desk cleo) {
    cleo.push(KeyCode.ALT, KeyCode.DOWN);
    Fx.await(() -> cleo.title().equals("pantry"));
    toPart(cleo, ".room-list");
    cleo.push(KeyCode.SHIFT, KeyCode.F10);
    Fx.await(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
    cleo.push(KeyCode.UP); // from the first entry to the last
    cleo.push(KeyCode.ENTER);
    Fx.await(
        () ->
            cleo.server().rooms().items().stream().noneMatch(room -> room.name().equals("pantry")));
    Fx.await(() -> cleo.title().equals("lobby"));
  }

  private static void takesTheLeaveBack(Desk cleo) {
    Fx.await(
        () ->
            cleo.scene()
                .lookup("#toast-announcer")
                .getAccessibleText()
                .endsWith("F6 leads to “Undo”."));
    toPart(cleo, ".toast");
    cleo.push(KeyCode.SPACE);
    Fx.await(
        () ->
            cleo.server().rooms().items().stream().anyMatch(room -> room.name().equals("pantry")));
  }

  private static void command(Desk cleo, String words) {
    cleo.push(KeyCode.SHORTCUT, KeyCode.K);
    cleo.awaitNode("#switcher-field");
    cleo.type(words);
    Fx.await(() -> cleo.scene().getRoot().lookup(".choice-cell:selected") != null);
    cleo.push(KeyCode.ENTER);
    Fx.await(() -> cleo.scene().getRoot().lookup("#switcher-field") == null);
  }

  private static void toMessages(Desk cleo) {
    toPart(cleo, ".message-pane");
  }

  private static void toPart(Desk cleo, String selector) {
    for (int i = 0; i < 5 && !Fx.<Boolean>call(() -> within(cleo, selector)); i++) {
      cleo.push(KeyCode.F6);
    }
    Fx.await(() -> within(cleo, selector));
  }

  private static void tabTo(Desk cleo, String selector) {
    for (int i = 0; i < 30 && !Fx.<Boolean>call(() -> within(cleo, selector)); i++) {
      cleo.push(KeyCode.TAB);
    }
    Fx.await(() -> within(cleo, selector));
  }

  /** Goes down in the menu that is open, and takes that. */
  private static void choose(Desk cleo, String item) {
    Fx.await(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
    for (int i = 0; i < 20 && !Fx.call(KeysOnlyJourneyTest::pointed).equals(item); i++) {
      cleo.push(KeyCode.DOWN);
    }
    Fx.await(() -> pointed().equals(item));
    cleo.push(KeyCode.ENTER);
  }

  /** What has the keyboard in a menu; on the FX thread, empty when nothing has. */
  private static String pointed() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .flatMap(menu -> menu.getScene().getRoot().lookupAll(".menu-item").stream())
        .filter(Node::isFocused)
        .map(item -> item.lookup(".label") instanceof Labeled label ? label.getText() : "")
        .findFirst()
        .orElse("");
  }

  /** What Cleo says about herself, as somebody else sees it; on the FX thread. */
  private static String status(Desk desk) {
    return desk.server().people().people().stream()
        .filter(person -> person.name().equals("Cleo Marsh") && person.status() != null)
        .map(person -> person.status().text())
        .findFirst()
        .orElse("");
  }

  private static int replies(Desk desk) {
    ThreadSummary thread = message(desk, "Anybody hungry?").extras().thread();
    return thread == null ? 0 : thread.count();
  }

  /** Whether the keyboard is there; on the FX thread. A list says so of itself for too long. */
  private static boolean within(Desk desk, String selector) {
    Node part = desk.scene().getRoot().lookup(selector);
    Node at = desk.scene().getFocusOwner();
    while (at != null && at != part) {
      at = at.getParent();
    }
    return at != null;
  }
}
