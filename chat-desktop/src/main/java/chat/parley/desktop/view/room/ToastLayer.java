package chat.parley.desktop.view.room;

import chat.parley.desktop.view.emoji.EmojiFlow;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.Toast;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
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

  /** Says to screen readers what came, and leaves the keyboard where it is. */
  private final Region announcer = new Region();

  private Subscription bound = Subscription.EMPTY;
  private @Nullable Toast shown;
  private @Nullable Button action;

  /** What had the keyboard before it came to the toast. */
  private @Nullable Node before;

  public ToastLayer(ObservableList<Toast> toasts) {
    this.toasts = toasts;
    getStyleClass().add("toast-layer");
    setPickOnBounds(false);
    time.setOnFinished(event -> next());
    announcer.setId("toast-announcer");
    announcer.setManaged(false);
    announcer.setMouseTransparent(true);
    announcer.setAccessibleRole(AccessibleRole.TEXT);
    announcer.setAccessibleText("");
    getChildren().add(announcer);
    sceneProperty().subscribe(this::cameOrWent);
  }

  /** What the toast that is shown offers to do; empty when it offers nothing. */
  public Optional<Node> keyboardTarget() {
    return Optional.ofNullable(action);
  }

  private void cameOrWent(@Nullable Scene scene) {
    bound.unsubscribe();
    bound =
        scene == null
            ? Subscription.EMPTY
            : Subscription.combine(
                toasts.subscribe(this::showFirst),
                scene.focusOwnerProperty().subscribe(this::keyboardMoved));
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
    boolean hadKeyboard = isFocusWithin();
    shown = first;
    action = null;
    time.stop();
    getChildren().setAll(announcer);
    if (hadKeyboard && before != null && before.getScene() == getScene()) {
      before.requestFocus();
    }
    if (first != null) {
      show(first);
    }
  }

  private void keyboardMoved(@Nullable Node from, @Nullable Node to) {
    if (to != null && to == action) {
      before = from;
    }
  }

  private void show(Toast toast) {
    HBox box = new HBox(words(toast));
    box.getStyleClass().add("toast");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(toast.spoken());
    if (toast.actionLabel() != null) {
      action = Controls.linkButton(toast.actionLabel(), () -> act(toast));
      box.getChildren().add(action);
    }
    if (toast.reach() == Toast.Reach.ALL) {
      box.getStyleClass().add("toast-door");
      box.setOnMouseClicked(event -> act(toast));
    }
    getChildren().setAll(announcer, box);
    setAlignment(box, Pos.TOP_CENTER);
    time.setDuration(toast.actionLabel() == null ? PLAIN : WITH_ACTION);
    time.playFromStart();
    announcer.setAccessibleText(announced(toast));
    announcer.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
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

  private static String announced(Toast toast) {
    String spoken = toast.spoken();
    boolean ends = !spoken.isEmpty() && ".!?…".indexOf(spoken.charAt(spoken.length() - 1)) >= 0;
    return toast.actionLabel() == null
        ? spoken
        : Texts.of("view.toast.reach", ends ? spoken : spoken + ".", toast.actionLabel());
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
