package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Toast;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows what happened, one thing at a time, over the top of the messages. */
public final class ToastLayer extends StackPane {
  private static final Duration PLAIN = Duration.seconds(5);
  private static final Duration WITH_ACTION = Duration.seconds(10);

  /** Of more than so many that wait, the oldest are not worth a person's time any more. */
  private static final int MOST_WAITING = 3;

  private final ObservableList<Toast> toasts;
  private final PauseTransition time = new PauseTransition();
  private @Nullable Toast shown;

  public ToastLayer(ObservableList<Toast> toasts) {
    this.toasts = toasts;
    getStyleClass().add("toast-layer");
    setPickOnBounds(false);
    time.setOnFinished(event -> next());
    toasts.subscribe(this::showFirst);
    showFirst();
  }

  private void showFirst() {
    if (toasts.size() > MOST_WAITING + 1) {
      toasts.remove(1);
      return; // The change brings us back here.
    }
    Toast first = toasts.isEmpty() ? null : toasts.getFirst();
    if (first == shown) {
      return;
    }
    shown = first;
    time.stop();
    getChildren().clear();
    if (first != null) {
      show(first);
    }
  }

  private void show(Toast toast) {
    Label words = Controls.label(toast.text(), "toast-words");
    RightToLeft.fold(words);
    HBox box = new HBox(words);
    box.getStyleClass().add("toast");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(toast.text());
    if (toast.actionLabel() != null) {
      box.getChildren()
          .add(
              Controls.linkButton(
                  toast.actionLabel(),
                  () -> {
                    toast.action().run();
                    next();
                  }));
    }
    getChildren().setAll(box);
    setAlignment(box, Pos.TOP_CENTER);
    time.setDuration(toast.actionLabel() == null ? PLAIN : WITH_ACTION);
    time.playFromStart();
    box.hoverProperty().subscribe(() -> hold(box));
    box.focusWithinProperty().subscribe(() -> hold(box));
  }

  /** Nobody is to read against the clock. */
  private void hold(HBox box) {
    if (box.isHover() || box.isFocusWithin()) {
      time.pause();
    } else if (shown != null) {
      time.play();
    }
  }

  private void next() {
    Toast done = shown;
    toasts.remove(done);
  }
}
