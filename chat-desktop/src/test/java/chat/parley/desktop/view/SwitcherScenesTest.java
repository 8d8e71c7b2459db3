package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;

import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** The way to everywhere looks as it did when somebody last looked at it. */
class SwitcherScenesTest {
  private final Office office = ScenesTest.office();

  @Themes
  void theSwitcherBeforeAnythingIsTyped(Theme theme) {
    Scene scene = opened(theme);
    keep(scene, "switcher", theme);
  }

  @Themes
  void theSwitcherWithAFewLetters(Theme theme) {
    Scene scene = opened(theme);
    Fx.run(() -> Fx.find(scene, "#switcher-field", TextField.class).setText("gen"));
    keep(scene, "switcher-gen", theme);
  }

  @Themes
  void theSwitcherWithoutAMatch(Theme theme) {
    Scene scene = opened(theme);
    Fx.run(() -> Fx.find(scene, "#switcher-field", TextField.class).setText("xyz"));
    keep(scene, "switcher-nothing", theme);
  }

  @Themes
  void theSwitcherWhereTwoServersHaveSomethingOfThatName(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(office::enterLab);
    Fx.run(() -> Fx.pressShortcut(scene, KeyCode.K));
    Fx.run(() -> Fx.find(scene, "#switcher-field", TextField.class).setText("#"));
    keep(scene, "switcher-servers", theme);
  }

  @Themes
  void theSwitcherWithRoomsIAmNotIn(Theme theme) {
    Scene scene = opened(theme);
    Fx.run(
        () -> {
          Fx.find(scene, "#switcher-field", TextField.class).setText("n");
          office.fx.settle();
        });
    keep(scene, "switcher-unjoined", theme);
  }

  @Themes
  void theSwitcherWhereTwoPeopleHaveOneName(Theme theme) {
    office.more.add(Office.direct(0, "Bruno Silva"));
    Room elsewhere = new Room(new RoomId("r-lab-bruno"), "", RoomKind.DIRECT, "");
    User namesake = new User(new UserId("u-lab-bruno"), "Bruno Silva", Role.MEMBER);
    Scene scene = entered(office, theme);
    Fx.run(
        () ->
            office.enterLab(
                new RoomState(elsewhere, 5, 3, 2, 0, Rank.MEMBER, List.of(namesake)),
                new RoomState(Office.room("brushes", ""), 2, 2, 0, 0)));
    Fx.run(() -> Fx.pressShortcut(scene, KeyCode.K));
    Fx.run(() -> Fx.find(scene, "#switcher-field", TextField.class).setText("bru"));
    keep(scene, "switcher-namesakes", theme);
  }

  private Scene opened(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(() -> Fx.pressShortcut(scene, KeyCode.K));
    return scene;
  }
}
