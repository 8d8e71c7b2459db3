package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.model.Room;
import chat.parley.model.RoomState;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A room in a window of its own, by keys. */
class RoomWindowTest {
  private final Office office = EveryRoom.office();
  private Scene main;
  private Scene own;
  private RoomScreen screen;

  @BeforeEach
  void open() {
    Room plans = Office.room("plans", "");
    office.saidIn(plans.id(), 0, "9:02 Bruno Silva: A desk is moved\n".repeat(60));
    office.more.add(new RoomState(plans, 60, 5, 55, 0));
    main = Fx.call(() -> AppView.scene(office.app, office.clock(), 1120, 740));
    Fx.run(
        () -> {
          var stage = new Stage();
          stage.setScene(main);
          stage.show();
          office.enter();
          RoomItem item =
              office.home().rooms().items().stream()
                  .filter(room -> room.name().equals("plans"))
                  .findFirst()
                  .orElseThrow();
          screen = Objects.requireNonNull(office.home().windows().open(item));
          office.fx.settle();
          AppView view = (AppView) main.getRoot();
          own = Objects.requireNonNull(view.shown().windows().of(item)).getScene();
        });
    settle();
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          own.getWindow().hide();
          main.getWindow().hide();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"people", "pins", "files", "search"})
  void escapeClosesWhatIsAtTheSideAndThenTakesTheRoomForRead(String side) {
    Fx.run(() -> Fx.find(own, "#" + side + "-toggle", ToggleButton.class).fire());
    settle();
    assertThat(side("." + side)).isNotNull();
    press(KeyCode.ESCAPE);
    assertThat(side("." + side)).isNull();
    assertThat(office.server.asked).doesNotContain("read r-plans 60");
    press(KeyCode.ESCAPE);
    Fx.run(() -> office.fx.pass(Duration.ofSeconds(5))); // Not with every message is told how far.
    assertThat(office.server.asked).contains("read r-plans 60");
    assertThat(focused().getId()).isEqualTo("composer");
  }

  @Test
  void escapeClosesAThreadThereToo() {
    Fx.run(() -> screen.messages().thread().open(1));
    settle();
    assertThat(side("#thread")).isNotNull();
    press(KeyCode.ESCAPE);
    assertThat(side("#thread")).isNull();
    assertThat(office.server.asked).doesNotContain("read r-plans 60");
  }

  @Test
  void theSwitcherOpensInTheMainWindow() {
    Fx.run(() -> Fx.pressShortcut(own, KeyCode.K));
    settle();
    assertThat(Fx.call(() -> main.getRoot().lookup(".switcher"))).isNotNull();
    Fx.await(() -> main.getWindow().isFocused());
    Fx.run(() -> Fx.press(main, KeyCode.ESCAPE));
    assertThat(Fx.call(() -> main.getRoot().lookup(".switcher"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void soDoesTheSheetOfKeys(boolean shortcut) {
    Fx.run(
        () -> {
          if (shortcut) {
            Fx.pressShortcut(own, KeyCode.SLASH);
          } else {
            Fx.press(own, KeyCode.F1);
          }
        });
    settle();
    assertThat(Fx.call(() -> main.getRoot().lookup(".key-sheet"))).isNotNull();
    Fx.run(() -> Fx.press(main, KeyCode.ESCAPE));
  }

  @Test
  void aDialogInTheMainWindowIsNotPutAwayForThem() {
    Fx.run(() -> Fx.pressShortcut(main, KeyCode.SLASH));
    Fx.run(() -> Fx.pressShortcut(own, KeyCode.K));
    settle();
    assertThat(Fx.call(() -> main.getRoot().lookup(".key-sheet"))).isNotNull();
    assertThat(Fx.call(() -> main.getRoot().lookup(".switcher"))).isNull();
  }

  private Node side(String selector) {
    return Fx.call(() -> own.getRoot().lookup(selector));
  }

  private Node focused() {
    return Fx.call(own::getFocusOwner);
  }

  private void press(KeyCode key) {
    Fx.run(() -> Fx.press(own, key));
    settle();
  }

  private void settle() {
    Fx.run(office.fx::settle);
    Fx.settle(main);
    Fx.settle(own);
  }
}
