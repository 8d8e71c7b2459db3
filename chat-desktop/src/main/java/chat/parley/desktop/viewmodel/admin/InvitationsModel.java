package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Invitation;
import chat.parley.model.Role;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The invitations that are good, and a new one. */
public final class InvitationsModel {
  /** How many people one can be for. */
  public static final List<Integer> USES = List.of(1, 5, 25, 100, 1_000);

  /** For how many days one can be good. */
  public static final List<Integer> DAYS = List.of(1, 7, 30, 365);

  private final ObjectProperty<Role> role = new SimpleObjectProperty<>(this, "role", Role.MEMBER);
  private final ObjectProperty<Integer> uses = new SimpleObjectProperty<>(this, "uses", 1);
  private final ObjectProperty<Integer> days = new SimpleObjectProperty<>(this, "days", 7);
  private final StringProperty note = new SimpleStringProperty(this, "note", "");
  private final Errand errand = new Errand();
  private final Shelf<Invitation> shelf = new Shelf<>(errand, this::ask);

  /** What they become who use it: guest or member. */
  public ObjectProperty<Role> roleProperty() {
    return role;
  }

  /** One of {@link #USES}. */
  public ObjectProperty<Integer> usesProperty() {
    return uses;
  }

  /** One of {@link #DAYS}. */
  public ObjectProperty<Integer> daysProperty() {
    return days;
  }

  /** What it is for. */
  public StringProperty noteProperty() {
    return note;
  }

  /** Those that are good, newest first. */
  public Shelf<Invitation> shelf() {
    return shelf;
  }

  /**
   * @param made is told the code, once
   */
  public void create(Consumer<Event.Invited> made) {
    long seconds = Duration.ofDays(days.get()).toSeconds();
    errand.ask(
        id -> new Command.CreateInvite(id, role.get(), uses.get(), seconds, note.get().strip()),
        Event.Invited.class,
        invited -> {
          note.set("");
          made.accept(invited);
          shelf.refresh();
        });
  }

  public void revoke(Invitation invitation) {
    errand.change(id -> new Command.RevokeInvite(id, invitation.id()), shelf::refresh);
  }

  private void ask(long from) {
    errand.askAnew(
        Command.Invites::new, Event.InviteList.class, list -> shelf.put(0, list.invitations(), 0));
  }

  void attach(Seat now) {
    errand.attach(now);
  }

  void detach() {
    errand.detach();
    shelf.clear();
    note.set("");
  }
}
