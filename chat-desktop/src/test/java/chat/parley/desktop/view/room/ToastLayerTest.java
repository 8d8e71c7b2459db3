package chat.parley.desktop.view.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.Toast;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

class ToastLayerTest {
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
  private final ToastLayer layer = Fx.call(() -> new ToastLayer(toasts));
  private final Scene scene = Fx.call(() -> new Scene(layer, 400, 300));

  @Test
  void theyAreShownOneAtATimeInTheirOrder() {
    Fx.run(() -> toasts.addAll(Toast.of("first"), Toast.of("second")));
    assertThat(shown()).containsExactly("first");
    Fx.run(toasts::removeFirst);
    assertThat(shown()).containsExactly("second");
    Fx.run(toasts::removeFirst);
    assertThat(shown()).isEmpty();
  }

  @Test
  void theActionIsDoneOnceAndTheToastGoes() {
    int[] done = {0};
    Fx.run(() -> toasts.add(new Toast("You left #random", "Undo", () -> done[0]++)));
    Fx.settle(scene);
    Fx.run(() -> ((Button) layer.lookup(".link-button")).fire());
    assertThat(done[0]).isEqualTo(1);
    assertThat(toasts).isEmpty();
    assertThat(shown()).isEmpty();
  }

  @Test
  void ofTooManyTheOldestThatWaitAreDropped() {
    for (int i = 1; i <= 6; i++) {
      Toast toast = Toast.of("toast " + i);
      Fx.run(() -> toasts.add(toast));
    }
    assertThat(toasts)
        .extracting(Toast::text)
        .containsExactly("toast 1", "toast 4", "toast 5", "toast 6");
  }

  private List<String> shown() {
    return Fx.call(
        () -> {
          List<String> texts = new ArrayList<>();
          layer.lookupAll(".toast").forEach(box -> texts.add(box.getAccessibleText()));
          return texts;
        });
  }
}
