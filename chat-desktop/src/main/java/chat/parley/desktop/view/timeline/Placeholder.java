package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineState;
import javafx.animation.PauseTransition;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** What is in the pane while there are no rows: never an empty box for long. */
final class Placeholder extends StackPane {
  private static final Duration PATIENCE = Duration.millis(200);
  private static final int SKELETON_ROWS = 4;

  private final PauseTransition patience = new PauseTransition(PATIENCE);

  Placeholder() {
    getStyleClass().add("placeholder");
    patience.setOnFinished(event -> become(skeleton()));
  }

  void showNoRoom() {
    become(
        EmptyState.of(
            Feather.MESSAGE_CIRCLE, Texts.of("view.noRoom.title"), Texts.of("view.noRoom.text")));
  }

  void show(TimelineState state, String roomName, String problem, Runnable tryAgain) {
    switch (state) {
      case LOADING -> {
        patience.stop();
        getChildren().clear();
        patience.playFromStart();
      }
      case READY -> become();
      case EMPTY ->
          become(
              EmptyState.of(
                  Feather.HASH,
                  Texts.of("view.start.title", roomName),
                  Texts.of("view.start.sentence")));
      case FAILED ->
          become(
              EmptyState.of(
                  Feather.ALERT_TRIANGLE,
                  Texts.of("view.history.failed"),
                  problem,
                  Controls.button(Texts.of("view.history.tryAgain"), tryAgain, "accent")));
    }
  }

  private void become(Region... content) {
    patience.stop();
    getChildren().setAll(content);
  }

  private static Region skeleton() {
    VBox rows = new VBox();
    rows.getStyleClass().add("skeleton");
    rows.setAccessibleText(Texts.of("view.history.loading"));
    for (int i = 0; i < SKELETON_ROWS; i++) {
      VBox lines = new VBox(bar("skeleton-name"), bar("skeleton-text"));
      lines.getStyleClass().add("skeleton-lines");
      HBox row = new HBox(bar("skeleton-avatar"), lines);
      row.getStyleClass().add("skeleton-row");
      rows.getChildren().add(row);
    }
    return rows;
  }

  private static Region bar(String styleClass) {
    Region bar = new Region();
    bar.getStyleClass().addAll("skeleton-bar", styleClass);
    return bar;
  }
}
