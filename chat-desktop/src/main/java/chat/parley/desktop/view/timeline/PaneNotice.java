package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Floats at the top of the messages: older ones are on their way, or could not be loaded. */
public final class PaneNotice extends HBox {
  private static final Duration PATIENCE = Duration.millis(200);

  private final Label words = Controls.label("", "notice-words");
  private final Button again;
  private final PauseTransition patience = new PauseTransition(PATIENCE);

  public PaneNotice(Runnable tryAgain) {
    again = Controls.linkButton(Texts.of("view.history.tryAgain"), tryAgain);
    getStyleClass().add("pane-notice");
    patience.setOnFinished(event -> show(Texts.of("view.history.loading")));
    setMaxWidth(USE_PREF_SIZE);
    setVisible(false);
  }

  /** A problem of the past is not shown while the next try is under way. */
  public void show(boolean loading, String problem) {
    patience.stop();
    if (loading) {
      setVisible(false);
      patience.playFromStart();
    } else if (problem.isEmpty()) {
      setVisible(false);
    } else {
      show(problem);
      getChildren().add(again);
    }
  }

  private void show(String text) {
    words.setText(text);
    getChildren().setAll(words);
    setVisible(true);
  }
}
