package chat.parley.desktop.view;

import static chat.parley.desktop.view.keys.Shortcut.Group.GO;
import static chat.parley.desktop.view.keys.Shortcut.Group.READ;
import static chat.parley.desktop.view.keys.Shortcut.Group.WINDOW;
import static chat.parley.desktop.view.keys.Shortcut.keys;
import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import chat.parley.desktop.view.keys.KeyTable;
import chat.parley.desktop.view.keys.Shortcut;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.overview.Overview;
import chat.parley.desktop.viewmodel.search.SearchModel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** The keys that work anywhere in the main screen, whatever has the keyboard. */
final class Shortcuts {
  static final KeyCombination SWITCHER = keys(KeyCode.K, SHORTCUT_DOWN);
  static final KeyCombination ATTACH = keys(KeyCode.U, SHORTCUT_DOWN, SHIFT_DOWN);

  /** Where another program takes the first one, as input methods on Linux do. */
  static final KeyCombination ATTACH_TOO = keys(KeyCode.O, SHORTCUT_DOWN);

  static final KeyCombination SEARCH = keys(KeyCode.F, SHORTCUT_DOWN);
  static final KeyCombination FILES = keys(KeyCode.L, SHORTCUT_DOWN, SHIFT_DOWN);
  static final KeyCombination SHEET = keys(KeyCode.SLASH, SHORTCUT_DOWN);
  static final KeyCombination SHEET_TOO = keys(KeyCode.F1);
  static final KeyCombination ESCAPE = keys(KeyCode.ESCAPE);

  private static final List<KeyCode> DIGITS =
      IntStream.rangeClosed(1, 9).mapToObj(i -> KeyCode.valueOf("DIGIT" + i)).toList();

  private final AppModel app;
  private final Supplier<MainView> shown;
  private final KeyTable table = new KeyTable();

  /**
   * @param shown the view of the selected server; asked only while there is one
   */
  Shortcuts(AppModel app, Supplier<MainView> shown, WindowActions window) {
    this.app = app;
    this.shown = shown;
    addGoing(window);
    addReading();
    addWindow(window);
  }

  KeyTable table() {
    return table;
  }

  private void addGoing(WindowActions window) {
    table.add(
        Shortcut.of(GO, "view.keys.switcher", _ -> did(window::openSwitcher), SWITCHER),
        Shortcut.of(
            GO,
            "view.keys.search",
            _ -> did(() -> shown.get().search(SearchModel.Scope.ROOM)),
            SEARCH),
        Shortcut.of(
            GO,
            "view.keys.search.everywhere",
            _ -> did(() -> shown.get().search(SearchModel.Scope.EVERYWHERE)),
            keys(KeyCode.F, SHORTCUT_DOWN, SHIFT_DOWN)),
        Shortcut.of(
            GO,
            "view.keys.rooms",
            i -> did(() -> step(i, false)),
            keys(KeyCode.UP, ALT_DOWN),
            keys(KeyCode.DOWN, ALT_DOWN)),
        Shortcut.of(
            GO,
            "view.keys.unread",
            i -> did(() -> step(i, true)),
            keys(KeyCode.UP, ALT_DOWN, SHIFT_DOWN),
            keys(KeyCode.DOWN, ALT_DOWN, SHIFT_DOWN)),
        new Shortcut(
            GO,
            "view.keys.room.number",
            digits(SHORTCUT_DOWN),
            i -> server().rooms().selectPlace(i)),
        new Shortcut(
            GO, "view.keys.server.number", digits(SHORTCUT_DOWN, ALT_DOWN), this::toServer),
        Shortcut.of(GO, "view.keys.history", this::throughHistory, historyKeys()),
        Shortcut.of(
            GO,
            "view.keys.overview.unread",
            _ -> did(() -> server().overview().show(Overview.Page.UNREAD)),
            keys(KeyCode.A, SHORTCUT_DOWN, SHIFT_DOWN)),
        Shortcut.of(
            GO,
            "view.keys.overview.mentions",
            _ -> did(() -> server().overview().show(Overview.Page.MENTIONS)),
            keys(KeyCode.M, SHORTCUT_DOWN, SHIFT_DOWN)),
        Shortcut.of(
            GO,
            "view.keys.regions",
            i -> did(() -> shown.get().toRegion(i == 0 ? 1 : -1)),
            keys(KeyCode.F6),
            keys(KeyCode.F6, SHIFT_DOWN)));
  }

  private void addReading() {
    table.add(
        Shortcut.of(
            READ, "view.keys.attach", _ -> inRoom(MainView::chooseFiles), ATTACH, ATTACH_TOO),
        Shortcut.of(READ, "view.keys.files", _ -> inRoom(MainView::switchFiles), FILES),
        Shortcut.of(
            READ,
            "view.keys.first.unread",
            _ -> did(() -> shown.get().toFirstUnread()),
            keys(KeyCode.J, SHORTCUT_DOWN)),
        Shortcut.of(READ, "view.keys.read.room", _ -> shown.get().escape(), ESCAPE),
        Shortcut.of(
            READ,
            "view.keys.read.all",
            _ -> did(() -> server().rooms().readAll()),
            keys(KeyCode.ESCAPE, SHIFT_DOWN)),
        Shortcut.of(
            READ,
            "view.keys.selection.copy",
            _ -> shown.get().room().copySelection(),
            keys(KeyCode.C, SHORTCUT_DOWN)),
        Shortcut.of(
            READ,
            "view.keys.selection.message",
            _ -> shown.get().room().selectMessage(),
            keys(KeyCode.A, SHORTCUT_DOWN)));
  }

  private void addWindow(WindowActions window) {
    table.add(
        Shortcut.of(
            WINDOW,
            "view.keys.settings",
            _ -> did(window::openSettings),
            keys(KeyCode.COMMA, SHORTCUT_DOWN)),
        Shortcut.of(WINDOW, "view.keys.sheet", _ -> did(window::openKeySheet), SHEET, SHEET_TOO),
        Shortcut.of(
            WINDOW,
            "view.keys.text.larger",
            _ -> did(() -> app.settings().stepTextSize(1)),
            keys(KeyCode.PLUS, SHORTCUT_DOWN),
            keys(KeyCode.EQUALS, SHORTCUT_DOWN)),
        Shortcut.of(
            WINDOW,
            "view.keys.text.smaller",
            _ -> did(() -> app.settings().stepTextSize(-1)),
            keys(KeyCode.MINUS, SHORTCUT_DOWN)),
        Shortcut.of(
            WINDOW,
            "view.keys.text.usual",
            _ -> did(() -> app.settings().textSizeProperty().set(100)),
            keys(KeyCode.DIGIT0, SHORTCUT_DOWN)));
  }

  /** Only while a room is on the screen. */
  private boolean inRoom(Consumer<MainView> action) {
    boolean there = !shown.get().isOverview();
    if (there) {
      action.accept(shown.get());
    }
    return there;
  }

  private static boolean did(Runnable action) {
    action.run();
    return true;
  }

  private static List<KeyCombination> digits(KeyCombination.Modifier... held) {
    return DIGITS.stream().map(digit -> keys(digit, held)).toList();
  }

  /** On a Mac, Option and arrows go from word to word in a text. */
  private static KeyCombination[] historyKeys() {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    return mac
        ? new KeyCombination[] {
          keys(KeyCode.OPEN_BRACKET, SHORTCUT_DOWN), keys(KeyCode.CLOSE_BRACKET, SHORTCUT_DOWN)
        }
        : new KeyCombination[] {keys(KeyCode.LEFT, ALT_DOWN), keys(KeyCode.RIGHT, ALT_DOWN)};
  }

  private ServerModel server() {
    return shown.get().server();
  }

  private void step(int direction, boolean unreadOnly) {
    if (direction == 0) {
      server().rooms().selectPrevious(unreadOnly);
    } else {
      server().rooms().selectNext(unreadOnly);
    }
  }

  private boolean throughHistory(int direction) {
    return did(
        () -> {
          if (direction == 0) {
            server().visited().back();
          } else {
            server().visited().forward();
          }
        });
  }

  /** Where there is no such server the keys are left alone: with AltGr they write characters. */
  private boolean toServer(int place) {
    if (place >= app.servers().size()) {
      return false;
    }
    app.selectedProperty().set(app.servers().get(place));
    return true;
  }
}
