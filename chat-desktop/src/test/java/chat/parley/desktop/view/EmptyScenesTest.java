package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.HEIGHT;
import static chat.parley.desktop.view.Scenery.entered;

import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.overview.Overview;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/** Where there is nothing, or nothing yet, that is said; it looks as it did when last looked at. */
class EmptyScenesTest {
  private static final double WIDE = 1280;

  private final Office office = ScenesTest.office();

  @Themes
  void olderMessagesCannotBeLoaded(Theme theme) {
    Scene scene = atTheOldestKept(theme, false);
    Fx.run(office.fx::settle);
    keep(scene, "history-failed", theme);
  }

  @Themes
  void olderMessagesAreOnTheirWay(Theme theme) {
    Scene scene = atTheOldestKept(theme, true);
    Fx.await(() -> scene.lookup(".pane-notice").isVisible());
    Scenery.keep(scene, "history-loading", theme);
  }

  /** The reader is where the app has no more of the room, and the server is asked. */
  private Scene atTheOldestKept(Theme theme, boolean up) {
    office.said(0, "10:01 Chen Wei: One more thing about the walkthrough\n".repeat(90));
    office.keptFrom = 20;
    office.server.up = up;
    Scene scene = entered(office, theme);
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, ".virtual-list", VirtualList.class).scrollToStart());
    Fx.settle(scene);
    return scene;
  }

  @Themes
  void noRoomIsChosen(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(() -> office.home().rooms().selectedProperty().set(null));
    keep(scene, "no-room", theme);
  }

  @Themes
  void nothingIsPinned(Theme theme) {
    Scene scene = entered(office, theme, WIDE, HEIGHT);
    Fx.run(() -> Fx.find(scene, "#pins-toggle", ToggleButton.class).fire());
    keep(scene, "pins-none", theme);
  }

  @Themes
  void thePinsCannotBeLoaded(Theme theme) {
    office.server.up = false;
    Scene scene = entered(office, theme, WIDE, HEIGHT);
    Fx.run(() -> Fx.find(scene, "#pins-toggle", ToggleButton.class).fire());
    keep(scene, "pins-failed", theme);
  }

  @Themes
  void noFileWasSent(Theme theme) {
    Scene scene = entered(office, theme, WIDE, HEIGHT);
    Fx.run(() -> Fx.find(scene, "#files-toggle", ToggleButton.class).fire());
    keep(scene, "files-none", theme);
  }

  @Themes
  void theFilesCannotBeLoaded(Theme theme) {
    Scene scene = entered(office, theme, WIDE, HEIGHT);
    Fx.run(
        () -> {
          office.server.up = false;
          Fx.find(scene, "#files-toggle", ToggleButton.class).fire();
        });
    keep(scene, "files-failed", theme);
  }

  @Themes
  void thePeopleCannotBeLoaded(Theme theme) {
    office.server.up = false;
    Scene scene = entered(office, theme, WIDE, HEIGHT);
    Fx.run(() -> Fx.find(scene, "#people-toggle", ToggleButton.class).fire());
    keep(scene, "people-failed", theme);
  }

  @Themes
  void nobodyIsCalledLikeThat(Theme theme) {
    office.server.everybody.add(new Member(Office.user("Bruno Silva"), Presence.ONLINE));
    Scene scene = entered(office, theme);
    Fx.settle(scene);
    Fx.run(
        () -> {
          Fx.find(scene, "#new-direct", Button.class).fire();
          office.fx.settle();
          office.home().company().search().queryProperty().set("Zoe");
          office.fx.pass(Duration.ofMillis(200));
        });
    keep(scene, "new-direct-nobody", theme);
  }

  @Themes
  void noRoomIsCalledLikeThat(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          Fx.find(scene, "#add-room", Button.class).fire();
          office.fx.settle();
          office.home().directory().filterProperty().set("workshop");
        });
    keep(scene, "directory-none", theme);
  }

  @Themes
  void theDirectoryCannotBeLoaded(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office.server.up = false;
          Fx.find(scene, "#add-room", Button.class).fire();
        });
    keep(scene, "directory-failed", theme);
  }

  @Themes
  void nobodyMentionedMe(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(() -> office.home().overview().show(Overview.Page.MENTIONS));
    keep(scene, "mentions-none", theme);
  }

  @Themes
  void theKeyboardIsSeenOnAListThatHasNothing(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(() -> office.home().overview().show(Overview.Page.MENTIONS));
    Fx.settle(scene);
    Fx.run(office.fx::settle);
    Fx.run(() -> Fx.press(scene, KeyCode.F6));
    Fx.run(() -> Fx.press(scene, KeyCode.F6));
    keep(scene, "mentions-none-keyboard", theme);
  }

  @Themes
  void theMentionsCannotBeLoaded(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office.server.up = false;
          office.home().overview().show(Overview.Page.MENTIONS);
        });
    keep(scene, "mentions-failed", theme);
  }

  @Themes
  void noEmojiIsCalledLikeThat(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          Fx.find(scene, "#emoji", Button.class).fire();
          ((TextInputControl) scene.getFocusOwner()).setText("qwertz");
        });
    keep(scene, "emoji-none", theme);
  }

  @Themes
  void nothingInTheSettingsIsCalledLikeThat(Theme theme) {
    Scene scene = entered(office, theme);
    Scenery.openSettings(scene, 1);
    Fx.run(
        () -> {
          TextField field = Fx.find(scene, "#settings-search", TextField.class);
          field.requestFocus();
          field.setText("teleport");
        });
    keep(scene, "settings-none", theme);
  }

  @Themes
  void nowhereToForwardTo(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(() -> Fx.find(scene, ".virtual-list", Node.class).requestFocus());
    for (KeyCode key : new KeyCode[] {KeyCode.UP, KeyCode.F}) {
      Fx.run(() -> Fx.press(scene, key));
      Fx.settle(scene);
    }
    Fx.run(() -> ((TextInputControl) scene.getFocusOwner()).setText("nowhere"));
    keep(scene, "forward-none", theme);
  }

  private void keep(Scene scene, String name, Theme theme) {
    Fx.settle(scene);
    Fx.run(office.fx::settle);
    Scenery.keep(scene, name, theme);
  }
}
