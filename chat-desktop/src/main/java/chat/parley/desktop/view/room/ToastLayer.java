package chat.parley.desktop.view.room;

import chat.parley.desktop.view.emoji.EmojiFlow;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Toast;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Shows what happened, one thing at a time, over the top of the messages. Time passes for a toast
 * only while its layer is in a window: there is one layer for each server.
 */
public final class ToastLayer extends StackPane {
  private static final Duration PLAIN = Duration.seconds(5);
  private static final Duration WITH_ACTION = Duration.seconds(10);

  /** Of more than so many that wait, the oldest are not worth a person's time any more. */
  private static final int MOST_WAITING = 3;

  private final ObservableList<Toast> toasts;
  private final PauseTransition time = new PauseTransition();
  private Subscription bound = Subscription.EMPTY;
  private @Nullable Toast shown;

  public ToastLayer(ObservableList<Toast> toasts) {
    this.toasts = toasts;
    getStyleClass().add("toast-layer");
    setPickOnBounds(false);
    time.setOnFinished(event -> next());
    sceneProperty().subscribe(this::cameOrWent);
  }

  private void cameOrWent(@Nullable Scene scene) {
    bound.unsubscribe();
    bound = scene == null ? Subscription.EMPTY : toasts.subscribe(this::showFirst);
    showFirst();
  }

  private void showFirst() {
    if (toasts.size() > MOST_WAITING + 1) {
      toasts.remove(1);
      return; // The change brings us back here.
    }
    Toast first = toasts.isEmpty() || getScene() == null ? null : toasts.getFirst();
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
    HBox box = new HBox(words(toast));
    box.getStyleClass().add("toast");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(toast.spoken());
    if (toast.actionLabel() != null) {
      box.getChildren().add(Controls.linkButton(toast.actionLabel(), () -> act(toast)));
    }
    if (toast.reach() == Toast.Reach.ALL) {
      box.getStyleClass().add("toast-door");
      box.setOnMouseClicked(event -> act(toast));
    }
    getChildren().setAll(box);
    setAlignment(box, Pos.TOP_CENTER);
    time.setDuration(toast.actionLabel() == null ? PLAIN : WITH_ACTION);
    time.playFromStart();
    box.hoverProperty().subscribe(() -> hold(box));
    box.focusWithinProperty().subscribe(() -> hold(box));
  }

  private static VBox words(Toast toast) {
    VBox words = new VBox();
    words.getStyleClass().add("toast-lines");
    if (!toast.title().isEmpty()) {
      Label title = Controls.label(toast.title(), "toast-title");
      RightToLeft.fold(title);
      words.getChildren().add(title);
    }
    words.getChildren().add(new EmojiFlow("toast-words", toast.text()));
    return words;
  }

  private void act(Toast toast) {
    toast.action().run();
    toasts.remove(toast);
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
