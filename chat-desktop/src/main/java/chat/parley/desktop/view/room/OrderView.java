package chat.parley.desktop.view.room;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.room.OrderModel;
import chat.parley.model.Room;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What those who moderate a room find beside what it is: slow mode, and what was reported. */
final class OrderView extends VBox {
  private final OrderModel order;
  private final MenuButton slow = new MenuButton();
  private final Button reports;

  OrderView(RoomScreen screen, Doors doors) {
    order = screen.order();
    getStyleClass().add("about-actions");
    slow.setId("slow-mode");
    slow.setGraphic(Icons.of(Feather.CLOCK));
    reports = Controls.button("", doors::reports);
    reports.setId("reports");
    reports.setGraphic(Icons.of(Feather.FLAG));
    getChildren().addAll(slow, reports);
    Controls.folding(this)
        .visibleProperty()
        .bind(screen.details().rightsProperty().map(rights -> rights.moderates()));
    screen.details().nowProperty().subscribe(this::show);
    order.reports().shelf().items().addListener((ListChangeListener<Object>) _ -> count());
    sceneProperty().subscribe(this::look);
    visibleProperty().subscribe(this::look);
    screen.details().roomProperty().subscribe(this::look);
    count();
  }

  /** Asked only while somebody sees it. */
  private void look() {
    if (getScene() != null && isVisible()) {
      order.reports().shelf().refresh();
    }
  }

  private void count() {
    boolean waiting = !order.reports().resolvedProperty().get();
    int reported = waiting ? order.reports().shelf().items().size() : 0;
    reports.setText(Texts.of("view.about.reports", reported));
  }

  private void show(@Nullable Room room) {
    if (room == null) {
      return;
    }
    slow.setText(
        room.slowSeconds() == 0
            ? Texts.of("view.about.slow.off")
            : Texts.of("view.about.slow", Spans.words(room.slowSeconds())));
    slow.getItems().clear();
    for (int seconds : OrderModel.SLOW_SECONDS) {
      RadioMenuItem item =
          new RadioMenuItem(seconds == 0 ? Texts.of("view.about.slow.none") : Spans.words(seconds));
      item.setSelected(seconds == room.slowSeconds());
      item.setOnAction(event -> order.slow(seconds));
      slow.getItems().add(item);
    }
    look();
  }
}
