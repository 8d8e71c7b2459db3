package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.model.Presence;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/**
 * One person is in one place: how they are is the same on every server. Set here it is set on all
 * of them; set on one it is set on the others too. FX thread.
 */
final class EveryPresence extends SimpleObjectProperty<Presence> {
  private final ObservableList<ServerModel> servers;
  private final Map<ServerModel, Subscription> heard = new HashMap<>();
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live");

  EveryPresence(ObservableList<ServerModel> servers) {
    super(Presence.ONLINE);
    this.servers = servers;
    addListener((_, _, now) -> servers.forEach(server -> server.presenceProperty().set(now)));
    servers.addListener((ListChangeListener<ServerModel>) _ -> hearAll());
    hearAll();
  }

  /** Whether at least one server is connected. */
  ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  private void hearAll() {
    for (ServerModel server : servers) {
      heard.computeIfAbsent(server, this::hear);
    }
    heard.entrySet().removeIf(entry -> isGone(entry.getKey(), entry.getValue()));
    look();
  }

  private Subscription hear(ServerModel server) {
    server.presenceProperty().set(get());
    return Subscription.combine(
        server.presenceProperty().subscribe((_, now) -> set(now)),
        server.link().liveProperty().subscribe(this::look));
  }

  private boolean isGone(ServerModel server, Subscription subscription) {
    if (servers.contains(server)) {
      return false;
    }
    subscription.unsubscribe();
    return true;
  }

  private void look() {
    live.set(servers.stream().anyMatch(server -> server.link().liveProperty().get()));
  }
}
