package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Ban;
import chat.parley.model.DeviceId;
import chat.parley.model.Resident;
import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Everybody who ever came in, and what can be done to one of them. */
public final class ResidentsModel {
  private static final int BANS_AT_ONCE = 500;

  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final Errand errand = new Errand();
  private final Shelf<Resident> shelf = new Shelf<>(errand, this::ask);
  private User me = new User(new UserId("nobody"), "", Role.GUEST);

  ResidentsModel() {
    query.addListener((_, _, _) -> shelf.refresh());
  }

  /** Part of the name of those who are shown. */
  public StringProperty queryProperty() {
    return query;
  }

  /** By name. */
  public Shelf<Resident> shelf() {
    return shelf;
  }

  /** Whether I may do anything to that person; the server decides again. */
  public boolean commands(User whom) {
    return !whom.id().equals(me.id())
        && (me.role() == Role.OWNER || me.role().compareTo(whom.role()) > 0);
  }

  /** The roles that I may give to that person, without the one they have. */
  public List<Role> offered(User whom) {
    var roles = new ArrayList<Role>();
    for (Role role : List.of(Role.OWNER, Role.ADMIN, Role.MEMBER, Role.GUEST)) {
      boolean mine = me.role() == Role.OWNER || role.compareTo(Role.ADMIN) < 0;
      if (mine && role != whom.role() && commands(whom)) {
        roles.add(role);
      }
    }
    return roles;
  }

  public void role(User whom, Role role) {
    change(id -> new Command.SetRole(id, whom.id(), role));
  }

  public void rename(User whom, String name) {
    change(id -> new Command.RenamePerson(id, whom.id(), name.strip()));
  }

  /** Logs all devices of that person out. */
  public void endDevices(User whom) {
    change(id -> new Command.EndDevices(id, whom.id(), null));
  }

  /** Logs one device of that person out. */
  public void endDevice(User whom, DeviceId device) {
    change(id -> new Command.EndDevices(id, whom.id(), device));
  }

  public void kick(User whom, String reason) {
    change(id -> new Command.Kick(id, whom.id(), reason.strip()));
  }

  /**
   * @param device null for all devices of that person
   * @param address whether nobody new comes in from where they were
   * @param seconds 0 for ever
   */
  public void ban(
      User whom, @Nullable DeviceId device, long seconds, boolean address, String reason) {
    change(id -> new Command.Ban(id, whom.id(), device, address, seconds, reason.strip()));
  }

  /** Ends every ban that keeps the whole person out. */
  public void unban(User whom) {
    unban(whom, 0);
  }

  private void unban(User whom, long before) {
    errand.ask(
        id -> new Command.Bans(id, before, BANS_AT_ONCE),
        Event.BanList.class,
        list -> {
          list.bans().stream()
              .filter(ban -> ban.device() == null && ban.user().id().equals(whom.id()))
              .map(Ban::id)
              .forEach(ban -> change(id -> new Command.Unban(id, ban)));
          if (list.next() != 0) {
            unban(whom, list.next());
          }
        });
  }

  /**
   * @param made is told the code by which that person sets a new password, once
   */
  public void resetPassword(User whom, Consumer<Event.ResetCode> made) {
    errand.ask(id -> new Command.ResetPassword(id, whom.id()), Event.ResetCode.class, made);
  }

  private void change(LongFunction<Command> command) {
    errand.change(command, shelf::refresh);
  }

  private void ask(long from) {
    String wanted = query.get().strip();
    errand.askAnew(
        id -> new Command.ListResidents(id, wanted, (int) from, Shelf.PAGE),
        Event.Roster.class,
        page -> shelf.put(from, page.people(), page.more() ? from + page.people().size() : 0));
  }

  void attach(Seat now) {
    errand.attach(now);
    me = now.me();
  }

  /** I have another role. */
  void become(User now) {
    me = now;
  }

  void detach() {
    errand.detach();
    shelf.clear();
    query.set("");
  }
}
