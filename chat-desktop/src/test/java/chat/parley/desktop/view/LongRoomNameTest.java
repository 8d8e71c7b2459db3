package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long a room is called, all of its window stays in its window. */
class LongRoomNameTest {
  private static final String LONG = "W".repeat(48);
  private static final String USUAL = "Move of the fourth floor";

  private final Office office = EveryRoom.office();
  private Scene main;

  @BeforeEach
  void open() {
    office.more.add(room(LONG, "What has to be done"));
    office.more.add(
        room(USUAL, "What has to be done until the day on which it happens ".repeat(4)));
    main = Fx.call(() -> AppView.scene(office.app, office.clock(), 760, 740));
    Fx.run(
        () -> {
          var stage = new Stage();
          stage.setScene(main);
          stage.show();
          office.enter();
          office.fx.settle();
        });
  }

  private static RoomState room(String name, String topic) {
    var id = new RoomId("r-" + name.hashCode());
    return new RoomState(new Room(id, name, RoomKind.PUBLIC, topic), 0, 0, 0, 0);
  }

  @AfterEach
  void close() {
    Fx.run(() -> main.getWindow().hide());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 150, 200})
  void itEndsInAnEllipsisAndNothingIsPushedOut(int percent) {
    Fx.run(() -> office.app.settings().textSizeProperty().set(percent));
    Fx.run(() -> office.home().rooms().selectedProperty().set(item(LONG)));
    assertAllIsSeen(main);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 150})
  void norInAWindowOfItsOwnThatIsAsNarrowAsCanBe(int percent) {
    Fx.run(() -> office.app.settings().textSizeProperty().set(percent));
    assertAllIsSeen(narrow());
  }

  /** The room in a window of its own that is no wider than it has to be. */
  private Scene narrow() {
    Fx.run(() -> office.home().windows().open(item(LONG)));
    Fx.run(office.fx::settle);
    Stage own =
        Fx.call(
            () -> {
              AppView view = (AppView) main.getRoot();
              return Objects.requireNonNull(view.shown().windows().of(item(LONG)));
            });
    Fx.run(() -> own.setWidth(own.getMinWidth()));
    // A window takes its new width when the system says so, not at once.
    Fx.await(() -> own.getScene().getWidth() <= own.getMinWidth());
    settle(own.getScene());
    return own.getScene();
  }

  @Test
  void thereItGivesWayAltogetherToTheButtonsInTheLargestText() {
    Fx.run(() -> office.app.settings().textSizeProperty().set(200));
    Scene own = narrow();
    assertThat(drawn(own, "#people-toggle")).doesNotContain(".");
    assertButtonsAreSeen(own);
    assertThat(words(own)).contains(LONG);
  }

  @Test
  void theTopicGivesWayBeforeTheName() {
    Fx.run(() -> office.home().rooms().selectedProperty().set(item(USUAL)));
    settle(main);
    assertThat(drawn(main, "#room-name")).isEqualTo(USUAL);
    assertThat(drawn(main, ".header .topic")).startsWith("What has").endsWith("...");
    assertThat(words(main)).isEqualTo("Room details");
  }

  private void assertAllIsSeen(Scene scene) {
    settle(scene);
    assertThat(drawn(scene, "#room-name")).startsWith("W").endsWith("...");
    assertThat(words(scene)).contains(LONG).contains("Room details");
    assertThat(drawn(scene, "#people-toggle")).doesNotContain(".");
    assertButtonsAreSeen(scene);
  }

  private static void assertButtonsAreSeen(Scene scene) {
    for (String part :
        List.of("#search-toggle", "#files-toggle", "#pins-toggle", "#people-toggle", "#send")) {
      Bounds bounds = bounds(scene, part);
      assertThat(bounds.getMaxX()).as(part).isLessThanOrEqualTo(scene.getWidth());
      assertThat(bounds.getMinX())
          .as(part)
          .isGreaterThan(bounds(scene, "#room-name").getMaxX() - 1);
    }
  }

  private void settle(Scene scene) {
    Fx.run(office.fx::settle);
    Fx.settle(scene);
  }

  private RoomItem item(String name) {
    return office.home().rooms().items().stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String words(Scene scene) {
    return Fx.call(() -> Tip.words(scene.getRoot().lookup("#room-name")));
  }

  private static Bounds bounds(Scene scene, String selector) {
    return Fx.call(
        () -> {
          Node node = scene.getRoot().lookup(selector);
          return node.localToScene(node.getLayoutBounds());
        });
  }

  /** What is drawn of a label, which may be less than it says. */
  private static String drawn(Scene scene, String selector) {
    return Fx.call(
        () -> {
          var label = (Labeled) scene.getRoot().lookup(selector);
          return label.getChildrenUnmodifiable().stream()
              .filter(child -> child instanceof Text && child != label.getGraphic())
              .map(child -> ((Text) child).getText())
              .findFirst()
              .orElse("");
        });
  }
}
