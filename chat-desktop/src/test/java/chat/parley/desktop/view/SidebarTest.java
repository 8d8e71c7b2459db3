package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.RoomItem;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The headings and rooms at the left, with a real mouse and real keys. */
class SidebarTest {
  private final Office office = new Office();
  private final FxRobot robot = new FxRobot();
  private Scene scene;

  @BeforeEach
  void open() {
    office.kept.put("sections", "[{\"id\":\"s1\",\"name\":\"Later\",\"collapsed\":false}]");
    scene =
        Fx.call(
            () -> {
              Scene made = AppView.scene(office.app, office.clock(), 960, 640);
              Stage stage = new Stage();
              stage.setScene(made);
              stage.show();
              stage.toFront();
              stage.requestFocus();
              return made;
            });
    Fx.await(() -> scene.getWindow().isFocused());
    Fx.run(office::enter);
    settle();
  }

  @AfterEach
  void close() {
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void aRoomIsDraggedUnderAnotherHeading() {
    robot.moveTo(row("helpdesk"));
    robot.press(MouseButton.PRIMARY);
    settle();
    for (int step = 0; step < 6; step++) {
      robot.moveBy(0, -4);
    }
    robot.moveTo(row("Later"));
    robot.moveBy(2, 2);
    assertThat(Fx.call(() -> scene.getRoot().lookup(".room-cell:drop"))).isNotNull();
    robot.release(MouseButton.PRIMARY);
    settle();
    assertThat(item("helpdesk").wishProperty().get().section()).isEqualTo("s1");
    assertThat(Fx.call(() -> scene.getRoot().lookup(".room-cell:drop"))).isNull();
    assertThat(top("helpdesk")).isLessThan(top("Rooms"));
  }

  @Test
  void aClickOnAHeadingClosesItAndAnotherOpensItAgain() {
    robot.clickOn(row("Rooms"));
    settle();
    assertThat(Fx.call(() -> row("facilities"))).isNull();
    assertThat(Fx.call(() -> row("general"))).as("the open room").isNotNull();
    robot.clickOn(row("Rooms"));
    settle();
    assertThat(Fx.call(() -> row("facilities"))).isNotNull();
    assertThat(Fx.call(() -> office.home().rooms().selectedProperty().get().name()))
        .isEqualTo("general");
  }

  @Test
  void keysCloseAHeadingAndStayOnIt() {
    Fx.run(() -> scene.getRoot().lookup(".room-list").requestFocus());
    for (int rooms = 0; rooms < 4; rooms++) {
      robot.push(KeyCode.UP);
      settle();
    }
    robot.push(KeyCode.LEFT);
    settle();
    assertThat(Fx.call(() -> row("facilities"))).isNull();
    robot.push(KeyCode.RIGHT);
    settle();
    assertThat(Fx.call(() -> row("facilities"))).isNotNull();
    assertThat(Fx.call(() -> office.home().rooms().selectedProperty().get().name()))
        .isEqualTo("lobby");
  }

  private RoomItem item(String name) {
    return office.home().rooms().items().stream()
        .filter(room -> room.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private double top(String text) {
    return Fx.call(
        () -> {
          Bounds bounds = row(text).localToScene(row(text).getBoundsInLocal());
          return bounds.getMinY();
        });
  }

  private Node row(String text) {
    Stream<Node> names = scene.getRoot().lookupAll(".room-name").stream();
    Stream<Node> titles = scene.getRoot().lookupAll(".heading-row > .section-title").stream();
    return Stream.concat(names, titles)
        .filter(node -> node instanceof Labeled label && label.getText().equals(text))
        .filter(SidebarTest::isShown)
        .findFirst()
        .orElse(null);
  }

  /** The list keeps cells aside that nobody sees. */
  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    Fx.run(office.fx::settle);
    WaitForAsyncUtils.waitForFxEvents();
    Fx.run(() -> Fx.layOut(scene));
  }
}
