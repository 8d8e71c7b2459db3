package chat.parley.desktop.view;

import chat.parley.desktop.view.look.Popover;
import chat.parley.desktop.view.room.RoomView;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.search.SearchModel;
import java.time.Clock;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** One room and nothing else, in a window of its own. */
final class RoomWindowView extends StackPane {
  /** In a window at least this wide the details have a place beside the messages. */
  private static final double ROOMY_FROM = 900;

  private final RoomView room;
  private final DialogLayer dialogs = new DialogLayer(this::toComposer);
  private final WindowActions main;
  private final Runnable close;

  /**
   * @param main the window beside which this one is
   * @param close closes the window
   */
  RoomWindowView(
      AppModel app,
      ServerModel server,
      RoomScreen screen,
      Clock clock,
      WindowActions main,
      Runnable close) {
    this.main = main;
    this.close = close;
    getStyleClass().add("app");
    room =
        new RoomView(
            app,
            server,
            screen,
            new Times(clock),
            new WindowDoors(
                server, screen, dialogs, clock, shown -> about(), server.windows()::open),
            dialogs);
    room.roomyProperty().bind(widthProperty().greaterThanOrEqualTo(ROOMY_FROM));
    room.takeDropsOn(room);
    getChildren().addAll(room, dialogs);
    FocusRing.watch(this);
    FocusedField.watch(this);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  void toComposer() {
    room.composerTarget().requestFocus();
  }

  private void about() {
    room.showAbout();
  }

  private void pressed(KeyEvent event) {
    if (room.completes() || Popover.isOpenIn(getScene())) {
      return; // What is open there has the keyboard.
    }
    if (event.isShortcutDown() && event.getCode() == KeyCode.W) {
      close.run();
      event.consume();
    } else if (!dialogs.isOpen() && (acts(event) || asksMain(event))) {
      event.consume();
    }
  }

  /** Answers whether the keys stand for anything in the room. */
  private boolean acts(KeyEvent event) {
    if (isAttach(event)) {
      room.chooseFiles();
    } else if (Shortcuts.FILES.match(event)) {
      room.switchFiles();
    } else if (Shortcuts.SEARCH.match(event)) {
      room.search(SearchModel.Scope.ROOM);
    } else if (event.getCode() == KeyCode.F6) {
      Regions.go(room.keyboardTargets(), event.isShiftDown() ? -1 : 1);
    } else {
      return Shortcuts.ESCAPE.match(event) && room.escape();
    }
    return true;
  }

  /** Answers whether the keys open something that there is once for all windows. */
  private boolean asksMain(KeyEvent event) {
    boolean sheet = Shortcuts.SHEET.match(event) || Shortcuts.SHEET_TOO.match(event);
    if (sheet) {
      main.inFront(main::openKeySheet);
    } else if (Shortcuts.SWITCHER.match(event)) {
      main.inFront(main::openSwitcher);
    } else {
      return false;
    }
    return true;
  }

  private static boolean isAttach(KeyEvent event) {
    return Shortcuts.ATTACH.match(event) || Shortcuts.ATTACH_TOO.match(event);
  }
}
