package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.RoomItem;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens at the side of a room in a narrow window covers messages, and nothing to press. */
class NarrowRoomTest {
  private final Office office = EveryRoom.office();
  private Scene main;

  /** A window is wider than its scene by no more. */
  private static final double FRAME = 40;

  private Stage own;

  @BeforeEach
  void open() {
    main = Fx.call(() -> AppView.scene(office.app, office.clock(), 1120, 740));
    Fx.run(
        () -> {
          var stage = new Stage();
          stage.setScene(main);
          stage.show();
          office.enter();
          office.fx.settle();
          RoomItem room = office.home().rooms().items().getFirst();
          office.home().windows().open(room);
          office.fx.settle();
          AppView view = (AppView) main.getRoot();
          own = Objects.requireNonNull(view.shown().windows().of(room));
        });
  }

  @AfterEach
  void close() {
    Fx.run(() -> main.getWindow().hide());
  }

  @ParameterizedTest
  @ValueSource(doubles = {420, 520, 700})
  void theComposerAndItsButtonsStayFree(double width) {
    Fx.run(() -> own.setWidth(width));
    // A window takes its new width when the system says so, not at once.
    Fx.await(() -> Math.abs(own.getScene().getWidth() - width) < FRAME);
    Fx.run(() -> Fx.find(own.getScene(), "#people-toggle", ToggleButton.class).fire());
    Fx.run(office.fx::settle);
    Fx.settle(own.getScene());
    Bounds side = bounds(".people");
    assertThat(side.getWidth()).isPositive();
    for (String free : new String[] {"#composer", "#emoji", "#send"}) {
      assertThat(side.intersects(bounds(free))).as("%s at %s", free, width).isFalse();
    }
  }

  private Bounds bounds(String selector) {
    return Fx.call(
        () -> {
          Node node = own.getScene().getRoot().lookup(selector);
          Bounds in = node.localToScene(node.getLayoutBounds());
          // Edges that touch do not cover.
          return new BoundingBox(
              in.getMinX() + 1, in.getMinY() + 1, in.getWidth() - 2, in.getHeight() - 2);
        });
  }
}
