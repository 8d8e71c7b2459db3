package chat.parley.server.command;

import chat.parley.model.AuditEntry;
import chat.parley.model.Ban;
import chat.parley.model.Figures;
import chat.parley.model.Resident;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.server.session.Session;
import chat.parley.server.store.Overview;
import chat.parley.server.store.Rules;

/** What those who run the server look at. */
final class OverviewHandlers {
  private final House house;

  OverviewHandlers(House house) {
    this.house = house;
  }

  void bans(Session session, Command.Bans command) throws Refusal {
    Overview overview = open(session, Rules.ServerDeed.SEE_BANS);
    Overview.Page<Ban> page = overview.bans(command.before(), command.limit());
    session.reply(new Event.BanList(command.id(), page.items(), page.next()));
  }

  void roster(Session session, Command.ListResidents command) throws Refusal {
    Overview overview = open(session, Rules.ServerDeed.SEE_PEOPLE);
    Overview.Roll roll = overview.roster(command.query(), command.skip(), command.limit());
    session.reply(
        new Event.Roster(
            command.id(), roll.people().stream().map(this::asTheyAre).toList(), roll.more()));
  }

  private Resident asTheyAre(Resident stored) {
    return new Resident(
        stored.user(),
        stored.account(),
        house.rooms().presenceOf(stored.user().id()),
        stored.createdAt(),
        stored.seenAt(),
        stored.banned(),
        stored.bannedUntil(),
        stored.devices());
  }

  void invites(Session session, Command.Invites command) throws Refusal {
    Overview overview = open(session, Rules.ServerDeed.INVITE);
    session.reply(new Event.InviteList(command.id(), overview.invites()));
  }

  void settings(Session session, Command.Settings command) throws Refusal {
    house.require(session, Rules.ServerDeed.SEE_SETTINGS);
    session.reply(new Event.SettingsAre(command.id(), house.sign().settings()));
  }

  void health(Session session, Command.AskHealth command) throws Refusal {
    Figures stored = open(session, Rules.ServerDeed.SEE_HEALTH).figures();
    session.reply(
        new Event.Health(
            command.id(),
            new Figures(
                stored.databaseBytes(),
                stored.messages(),
                stored.rooms(),
                stored.people(),
                house.rooms().peopleConnected(),
                house.clock().millis() - house.startedAt(),
                house.storage().get(),
                house.store().trouble().orElse(null))));
  }

  void audit(Session session, Command.Audit command) throws Refusal {
    Overview overview = open(session, Rules.ServerDeed.SEE_AUDIT);
    Overview.Page<AuditEntry> page =
        overview.audit(session.user().id(), command.before(), command.limit());
    session.reply(new Event.AuditPage(command.id(), page.items(), page.next()));
  }

  private Overview open(Session session, Rules.ServerDeed deed) throws Refusal {
    house.require(session, deed);
    session.awaitTaken();
    return house.store().overview();
  }
}
