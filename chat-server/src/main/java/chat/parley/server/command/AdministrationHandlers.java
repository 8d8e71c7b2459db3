package chat.parley.server.command;

import chat.parley.model.DeviceId;
import chat.parley.model.Names;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.access.Secrets;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Rules;
import chat.parley.server.store.Ruling;
import chat.parley.server.store.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Running the server. What is only looked at is in {@link OverviewHandlers}. */
final class AdministrationHandlers {
  private static final String LOGGED_OUT = "This device was logged out.";

  private final House house;
  private final OverviewHandlers overview;

  AdministrationHandlers(House house) {
    this.house = house;
    this.overview = new OverviewHandlers(house);
  }

  void handle(Session session, Command.Administration command) throws Refusal {
    house.requireRate(Rates.Kind.ADMINISTER, session.user().id());
    switch (command) {
      case Command.SetRole c -> become(session, c.id(), new Ruling.SetRole(c.user(), c.role()));
      case Command.Kick c -> kick(session, c);
      case Command.Ban c -> ban(session, c);
      case Command.Unban c -> rule(session, c.id(), new Ruling.Unban(c.ban()), _ -> {});
      case Command.CreateInvite c -> invite(session, c);
      case Command.RevokeInvite c ->
          rule(session, c.id(), new Ruling.RevokeInvite(c.invite()), _ -> {});
      case Command.ResetPassword c -> reset(session, c);
      case Command.EndDevices c ->
          rule(
              session,
              c.id(),
              new Ruling.EndDevices(c.user(), c.device()),
              ended -> house.rooms().end(c.user(), ended, CloseCode.LOGGED_OUT, LOGGED_OUT));
      case Command.RenamePerson c -> rename(session, c);
      case Command.ChangeSettings c -> change(session, c);
      case Command.Announce c -> announce(session, c);
      case Command.Bans c -> overview.bans(session, c);
      case Command.ListResidents c -> overview.roster(session, c);
      case Command.Invites c -> overview.invites(session, c);
      case Command.Settings c -> overview.settings(session, c);
      case Command.AskHealth c -> overview.health(session, c);
      case Command.Audit c -> overview.audit(session, c);
    }
  }

  private void become(Session session, long id, Ruling<User> ruling) {
    rule(session, id, ruling, now -> house.rooms().become(now));
  }

  private void rename(Session session, Command.RenamePerson command) throws Refusal {
    house.require(session, Rules.ServerDeed.RENAME);
    String name = Names.clean(command.name());
    become(session, command.id(), new Ruling.Rename(command.user(), name, LogIn.keyOf(name)));
  }

  private void kick(Session session, Command.Kick kick) {
    String reason =
        kick.reason().isEmpty() ? "You were sent out." : "You were sent out: " + kick.reason();
    rule(
        session,
        kick.id(),
        new Ruling.Kick(kick.user(), kick.reason()),
        whom -> house.rooms().end(whom.id(), CloseCode.FORBIDDEN, CloseReason.of(reason)));
  }

  private void ban(Session session, Command.Ban ban) {
    String reason =
        ban.reason().isEmpty() ? "You were banned." : "You were banned: " + ban.reason();
    rule(
        session,
        ban.id(),
        new Ruling.Ban(ban.user(), ban.device(), ban.address(), ban.seconds(), ban.reason()),
        banned -> end(banned.user().id(), banned.device(), CloseReason.of(reason)));
  }

  private void end(UserId user, @Nullable DeviceId device, String reason) {
    if (device == null) {
      house.rooms().end(user, CloseCode.FORBIDDEN, reason);
    } else {
      house.rooms().end(user, List.of(device), CloseCode.FORBIDDEN, reason);
    }
  }

  private void invite(Session session, Command.CreateInvite command) {
    String code = house.secrets().code();
    var ruling =
        new Ruling.CreateInvite(
            house.secrets().inviteId(),
            Secrets.hash(code),
            command.role(),
            command.uses(),
            command.seconds(),
            command.note());
    house.write(
        session,
        command.id(),
        new Write.By<>(session.user(), ruling),
        made -> session.reply(new Event.Invited(command.id(), made, code)));
  }

  private void reset(Session session, Command.ResetPassword command) {
    String code = house.secrets().code();
    house.write(
        session,
        command.id(),
        new Write.By<>(
            session.user(), new Ruling.ResetPassword(command.user(), Secrets.hash(code))),
        until -> session.reply(new Event.ResetCode(command.id(), code, until.at())));
  }

  private void change(Session session, Command.ChangeSettings command) throws Refusal {
    house.require(session, Rules.ServerDeed.CHANGE_SETTINGS);
    String name = command.name() == null ? null : command.name().strip();
    Optional<String> problem = name == null ? Optional.empty() : Names.problemWithServer(name);
    if (problem.isPresent()) {
      throw new Refusal(ErrorCode.BAD_NAME, problem.get());
    }
    rule(
        session,
        command.id(),
        new Ruling.ChangeSettings(
            name, command.door(), command.motd(), command.retentionDays(), command.messages()),
        chosen -> {
          house.decide(chosen);
          house.rooms().tellEverybody(new Event.ServerChanged(house.server()));
        });
  }

  private void announce(Session session, Command.Announce command) throws Refusal {
    house.require(session, Rules.ServerDeed.ANNOUNCE);
    if (!command.text().isEmpty() && (!Names.shows(command.text()) || command.seconds() == 0)) {
      throw new Refusal(
          ErrorCode.BAD_MESSAGE, "An announcement needs some text, and a time to stay.");
    }
    rule(
        session,
        command.id(),
        new Ruling.Announce(command.text(), command.seconds()),
        said -> {
          house.sign().announce(said);
          house.rooms().tellEverybody(said);
        });
  }

  /** On the delivery thread: first what follows from it, then that it is done. */
  private <R> void rule(Session session, long id, Ruling<R> ruling, Consumer<R> then) {
    house.write(
        session,
        id,
        new Write.By<>(session.user(), ruling),
        done -> {
          then.accept(done);
          session.reply(new Event.Done(id));
        });
  }
}
