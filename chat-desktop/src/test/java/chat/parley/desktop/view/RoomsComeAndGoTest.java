package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

class RoomsComeAndGoTest {
  private final Office office = new Office();
  private final Scene scene = Fx.call(() -> AppView.scene(office.app, office.clock(), 1120, 740));

  @Test
  void aRoomThatWasLeftAHundredTimesIsHeldByNothing() {
    office.said(0, "9:02 Bruno Silva: Morning all\n9:03 Chen Wei: Morning");
    Fx.run(office::enter);
    List<WeakReference<TimelineModel>> shown = new ArrayList<>();
    int nodes = 0;
    for (int i = 0; i < 100; i++) {
      Fx.run(() -> goTo(office.home().rooms().items().get(3)));
      Fx.settle(scene);
      shown.add(new WeakReference<>(Fx.call(() -> office.home().timelineProperty().get())));
      Fx.run(() -> goTo(office.home().rooms().items().get(0)));
      Fx.settle(scene);
      int now = Fx.call(() -> scene.getRoot().lookupAll("*").size());
      nodes = i == 1 ? now : nodes;
      assertThat(now).as("Nodes after %d visits", i).isLessThanOrEqualTo(nodes == 0 ? now : nodes);
    }
    Fx.await(
        () -> {
          System.gc();
          return shown.stream().allMatch(model -> model.get() == null);
        });
  }

  private void goTo(RoomItem room) {
    office.home().rooms().selectedProperty().set(room);
    office.fx.settle();
  }
}
