package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Door;
import chat.parley.model.MessageLimits;
import chat.parley.model.ServerSettings;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is decided about the server while it runs. Nothing is sent before it is saved. */
public final class ServerSettingsModel {
  /** After how many days messages can be deleted; 0 for never. */
  public static final List<Integer> RETENTION = List.of(0, 30, 90, 365, 1_095);

  /** How many UTF-16 units a message can have at most. */
  public static final List<Integer> LENGTHS = List.of(500, 2_000, 4_000, MessageLimits.MOST_CHARS);

  /** How many messages a second one person can be let send. */
  public static final List<Integer> PERSONS = List.of(1, 2, 5, 10, 20);

  /** How many messages a second one room can be let take. */
  public static final List<Integer> ROOMS = List.of(10, 30, 60, 120);

  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty motd = new SimpleStringProperty(this, "motd", "");
  private final ObjectProperty<Door> door = new SimpleObjectProperty<>(this, "door", Door.GUESTS);
  private final ObjectProperty<Integer> retention =
      new SimpleObjectProperty<>(this, "retention", 0);
  private final ObjectProperty<Integer> length =
      new SimpleObjectProperty<>(this, "length", MessageLimits.USUAL.bodyChars());
  private final ObjectProperty<Integer> person =
      new SimpleObjectProperty<>(this, "person", MessageLimits.USUAL.sendPerSecond());
  private final ObjectProperty<Integer> room =
      new SimpleObjectProperty<>(this, "room", MessageLimits.USUAL.roomPerSecond());
  private final ReadOnlyObjectWrapper<@Nullable ServerSettings> now =
      new ReadOnlyObjectWrapper<>(this, "now");
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
  private final Errand errand = new Errand();

  ServerSettingsModel() {
    name.subscribe(this::compare);
    motd.subscribe(this::compare);
    door.subscribe(this::compare);
    retention.subscribe(this::compare);
    length.subscribe(this::compare);
    person.subscribe(this::compare);
    room.subscribe(this::compare);
  }

  public Errand errand() {
    return errand;
  }

  /** What people call the server. */
  public StringProperty nameProperty() {
    return name;
  }

  /** What everybody is told who comes in; may be empty. */
  public StringProperty motdProperty() {
    return motd;
  }

  public ObjectProperty<Door> doorProperty() {
    return door;
  }

  /** Days after which messages are deleted; 0 for never. */
  public ObjectProperty<Integer> retentionProperty() {
    return retention;
  }

  /** UTF-16 units that a message has at most. */
  public ObjectProperty<Integer> lengthProperty() {
    return length;
  }

  /** Messages a second that one person sends at most. */
  public ObjectProperty<Integer> personProperty() {
    return person;
  }

  /** Messages a second that one room takes at most. */
  public ObjectProperty<Integer> roomProperty() {
    return room;
  }

  /** What holds; null while that is not known. */
  public ReadOnlyObjectProperty<@Nullable ServerSettings> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** Whether anything is to be saved. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Asks what holds; what was not saved is forgotten. */
  public void refresh() {
    errand.askAnew(Command.Settings::new, Event.SettingsAre.class, reply -> show(reply.settings()));
  }

  public void save() {
    if (changed.get()) {
      ServerSettings wanted = wanted();
      errand.change(
          id ->
              new Command.ChangeSettings(
                  id,
                  wanted.name(),
                  wanted.door(),
                  wanted.motd(),
                  wanted.retentionDays(),
                  wanted.messages()),
          this::refresh);
    }
  }

  private void show(ServerSettings settings) {
    now.set(null);
    name.set(settings.name());
    motd.set(settings.motd());
    door.set(settings.door());
    retention.set(settings.retentionDays());
    length.set(settings.messages().bodyChars());
    person.set(settings.messages().sendPerSecond());
    room.set(settings.messages().roomPerSecond());
    now.set(settings);
    compare();
  }

  private ServerSettings wanted() {
    return new ServerSettings(
        name.get().strip(),
        door.get(),
        motd.get().strip(),
        retention.get(),
        new MessageLimits(length.get(), person.get(), room.get()));
  }

  private void compare() {
    ServerSettings holds = now.get();
    changed.set(holds != null && !name.get().isBlank() && !wanted().equals(holds));
  }

  void attach(Seat seat) {
    errand.attach(seat);
  }

  void detach() {
    errand.detach();
    now.set(null);
    compare();
  }
}
