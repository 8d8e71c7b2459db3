package chat.parley.desktop.viewmodel.room;

import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * To where a message can be passed on, by part of a name: rooms in which I may write, and then
 * people with whom I have no conversation yet.
 */
public final class ForwardModel {
  /** Where it may go. */
  public sealed interface Target {
    String name();
  }

  public record ToRoom(RoomItem room) implements Target {
    @Override
    public String name() {
      return room.name();
    }
  }

  public record ToPerson(Person person) implements Target {
    @Override
    public String name() {
      return person.name();
    }
  }

  private final ServerModel server;
  private final long now;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ObservableList<Target> found = FXCollections.observableArrayList();

  /**
   * @param now epoch milliseconds
   */
  public ForwardModel(ServerModel server, long now) {
    this.server = server;
    this.now = now;
    query.subscribe(
        typed -> {
          show();
          server.company().meet(typed, this::show);
        });
  }

  /** What is typed. */
  public StringProperty queryProperty() {
    return query;
  }

  public ObservableList<Target> found() {
    return found;
  }

  private void show() {
    String wanted = query.get().strip().toLowerCase(Locale.ROOT);
    List<Target> all = new ArrayList<>();
    server.rooms().items().stream().filter(this::mayWrite).map(ToRoom::new).forEach(all::add);
    Set<UserId> met = talkedWithAlone();
    server.company().book().others().stream()
        .filter(person -> !met.contains(person.id()))
        .map(ToPerson::new)
        .forEach(all::add);
    all.removeIf(target -> !target.name().toLowerCase(Locale.ROOT).contains(wanted));
    if (!found.equals(all)) {
      found.setAll(all);
    }
  }

  private boolean mayWrite(RoomItem room) {
    User me = server.meProperty().get();
    Role role = me == null ? Role.GUEST : me.role();
    Rights rights = Rights.of(role, room.rankProperty().get(), room.roomProperty().get(), true);
    return rights.write() && room.mutedUntilProperty().get() <= now;
  }

  private Set<UserId> talkedWithAlone() {
    return server.rooms().items().stream()
        .filter(room -> room.isDirect() && room.with().size() == 1)
        .map(room -> room.with().getFirst().id())
        .collect(Collectors.toSet());
  }
}
