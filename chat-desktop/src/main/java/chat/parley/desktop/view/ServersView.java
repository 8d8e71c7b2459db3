package chat.parley.desktop.view;

import chat.parley.desktop.view.sidebar.ServerStrip;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.ServerModel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * My servers at the left edge, and the selected one. Each keeps its view while another is shown, so
 * that whoever comes back finds the place where they were reading.
 */
final class ServersView extends HBox {
  private final Function<ServerModel, MainView> making;
  private final Map<ServerModel, MainView> views = new HashMap<>();
  private final StackPane pane = new StackPane();
  private @Nullable MainView shown;

  /**
   * @param making makes the view of a server that is shown for the first time
   */
  ServersView(AppModel app, Function<ServerModel, MainView> making) {
    this.making = making;
    HBox.setHgrow(pane, Priority.ALWAYS);
    getChildren().addAll(new ServerStrip(app), pane);
    app.selectedProperty().subscribe(this::show);
    app.servers().subscribe(() -> views.keySet().retainAll(app.servers()));
  }

  /** The view of the selected server; null when there is none. */
  @Nullable MainView shown() {
    return shown;
  }

  private void show(@Nullable ServerModel server) {
    shown = server == null ? null : views.computeIfAbsent(server, making);
    if (shown == null) {
      pane.getChildren().clear();
    } else {
      pane.getChildren().setAll(shown);
      shown.toComposer();
    }
  }
}
