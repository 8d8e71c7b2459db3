package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineState;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** What is in the pane while there are no rows: never an empty box for long. */
public final class Placeholder extends StackPane {
  private static final Duration PATIENCE = Duration.millis(200);
  private static final int SKELETON_ROWS = 4;
  private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

  private final PauseTransition patience = new PauseTransition(PATIENCE);

  public Placeholder() {
    getStyleClass().add("placeholder");
    patience.setOnFinished(event -> become(skeleton()));
  }

  /** There are rows, or will be at once. */
  public void showNothing() {
    become();
  }

  void showNoRoom() {
    become(
        EmptyState.of(
            Feather.MESSAGE_CIRCLE, Texts.of("view.noRoom.title"), Texts.of("view.noRoom.text")));
  }

  void show(TimelineState state, RoomStart start, String problem, Runnable tryAgain) {
    switch (state) {
      case LOADING -> showLoading();
      case READY -> showNothing();
      case EMPTY -> become(EmptyState.of(start.icon(), start.title(), start.sentence()));
      case FAILED -> showFailed(problem, tryAgain);
    }
  }

  /** Draws what is to come only when it takes longer than people notice. */
  public void showLoading() {
    patience.stop();
    getChildren().clear();
    patience.playFromStart();
  }

  public void showFailed(String problem, Runnable tryAgain) {
    become(
        EmptyState.of(
            Feather.ALERT_TRIANGLE,
            Texts.of("view.history.failed"),
            problem,
            Controls.button(Texts.of("view.history.tryAgain"), tryAgain, "accent")));
  }

  /** Nothing is there, and that is as it should be. */
  public void showEmpty(Region words) {
    become(words);
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
      lines.pseudoClassStateChanged(SHORT, i % 2 == 1);
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
