package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line under a message of mine that is not on the server: why, and what can be done. */
final class DeliveryLine extends HBox {
  private final Label words = Controls.label("", "delivery-words");
  private final Button retry;
  private final Button discard;
  private final Button undo;
  private final Label dot = Controls.label("·", "delivery-words");
  private final FontIcon clock = Icons.of(Feather.CLOCK);
  private final FontIcon warning = Icons.of(Feather.ALERT_TRIANGLE);

  DeliveryLine(Runnable retryAction, Runnable discardAction, Runnable undoAction) {
    getStyleClass().add("delivery");
    retry = Controls.linkButton(Texts.of("view.message.retry"), retryAction);
    discard = Controls.linkButton(Texts.of("view.message.delete"), discardAction);
    undo = Controls.linkButton(Texts.of("view.message.undo"), undoAction);
    undo.setMinWidth(Region.USE_PREF_SIZE);
    RightToLeft.fold(words);
    retry.setMinWidth(Region.USE_PREF_SIZE);
    discard.setMinWidth(Region.USE_PREF_SIZE);
    setReachable(false);
  }

  /** Tab goes through the actions of the row the keyboard is on, not through those of all rows. */
  void setReachable(boolean reachable) {
    retry.setFocusTraversable(reachable);
    discard.setFocusTraversable(reachable);
    undo.setFocusTraversable(reachable);
  }

  void showSending() {
    become("sending", Texts.of("view.message.sending"));
    getChildren().setAll(words);
  }

  void showHeld(long seconds) {
    String text = Texts.of("view.message.held", seconds);
    if (getChildren().contains(undo)) {
      words.setText(text);
    } else {
      become("held", text);
      getChildren().setAll(clock, words, dot, undo);
    }
  }

  void showQueued(String server) {
    become("queued", Texts.of("view.message.queued", server));
    getChildren().setAll(clock, words);
  }

  void showFailed(MessageItem message) {
    String reason = message.problem();
    become(
        "failed",
        reason == null
            ? Texts.of("view.message.failed")
            : Texts.of("view.message.failedBecause", reason));
    getChildren().setAll(warning, words, retry, dot, discard);
  }

  String words() {
    return words.getText();
  }

  private void become(String state, String text) {
    getStyleClass().setAll("delivery", state);
    words.setText(text);
  }
}
