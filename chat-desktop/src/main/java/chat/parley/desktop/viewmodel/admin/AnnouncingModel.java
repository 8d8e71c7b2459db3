package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Names;
import chat.parley.protocol.Command;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Telling everybody something. */
public final class AnnouncingModel {
  /** For how many hours it can hold. */
  public static final List<Integer> HOURS = List.of(1, 4, 24, 168);

  /** Longest text, in UTF-16 units. */
  public static final int LONGEST = 2_000;

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObjectProperty<Integer> hours = new SimpleObjectProperty<>(this, "hours", 4);
  private final ReadOnlyBooleanWrapper sayable = new ReadOnlyBooleanWrapper(this, "sayable");
  private final Errand errand = new Errand();

  AnnouncingModel() {
    sayable.bind(text.map(words -> Names.shows(words) && words.strip().length() <= LONGEST));
  }

  public Errand errand() {
    return errand;
  }

  public StringProperty textProperty() {
    return text;
  }

  /** One of {@link #HOURS}. */
  public ObjectProperty<Integer> hoursProperty() {
    return hours;
  }

  /** Whether there is a text and it is not too long. */
  public ReadOnlyBooleanProperty sayableProperty() {
    return sayable.getReadOnlyProperty();
  }

  public void announce() {
    if (sayable.get()) {
      long seconds = Duration.ofHours(hours.get()).toSeconds();
      String words = text.get().strip();
      errand.change(id -> new Command.Announce(id, words, seconds), () -> text.set(""));
    }
  }

  public void takeBack() {
    errand.change(id -> new Command.Announce(id, "", 0), () -> {});
  }

  void attach(Seat now) {
    errand.attach(now);
  }

  void detach() {
    errand.detach();
    text.set("");
  }
}
