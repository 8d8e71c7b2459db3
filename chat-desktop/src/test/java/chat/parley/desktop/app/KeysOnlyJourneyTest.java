package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.timeline.ThreadSummary;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
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
      leavesItByItsMenu(cleo);
    }
  }

  private static void comesIn(Desk cleo, String address) {
    cleo.inFront();
    Fx.run(cleo.stage()::requestFocus);
    cleo.awaitNode("#login-address .text-field");
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
            cleo.server().rooms().items().stream()
                .noneMatch(room -> room.name().equals("pantry")));
    Fx.await(() -> cleo.title().equals("lobby"));
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
    for (int i = 0; i < 4 && !Fx.<Boolean>call(() -> within(cleo, selector)); i++) {
      cleo.push(KeyCode.F6);
    }
    Fx.await(() -> within(cleo, selector));
  }

  private static int replies(Desk desk) {
    ThreadSummary thread = message(desk, "Anybody hungry?").extras().thread();
    return thread == null ? 0 : thread.count();
  }

  /** Whether the keyboard is there; on the FX thread. */
  private static boolean within(Desk desk, String selector) {
    Node part = desk.scene().getRoot().lookup(selector);
    return part != null && part.isFocusWithin();
  }
}
