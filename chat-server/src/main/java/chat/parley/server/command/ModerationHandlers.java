package chat.parley.server.command;

import chat.parley.model.Report;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Overview;
import chat.parley.server.store.Rules;
import chat.parley.server.store.Ruling;
import chat.parley.server.store.Write;
import org.jspecify.annotations.Nullable;

/** Keeping order in rooms. Who is not in a room hears that there is none. */
final class ModerationHandlers {
  private final House house;

  ModerationHandlers(House house) {
    this.house = house;
  }

  void handle(Session session, Command.Moderation command) throws Refusal {
    switch (command) {
      case Command.Mute c -> mute(session, c);
      case Command.SlowMode c -> slow(session, c);
      case Command.Report c -> report(session, c);
      case Command.Reports c -> reports(session, c);
      case Command.Resolve c -> resolve(session, c);
    }
  }

  private void mute(Session session, Command.Mute mute) throws Refusal {
    house.requireRate(Rates.Kind.MODERATE, session.user().id());
    house.requireMember(session, mute.room());
    house.write(
        session,
        mute.id(),
        new Write.By<>(session.user(), new Ruling.Mute(mute.room(), mute.user(), mute.seconds())),
        muted -> {
          house.silences().put(mute.room(), mute.user(), muted.until());
          house.rooms().tellAll(mute.user(), new Event.Muted(mute.room(), muted.until()));
          session.reply(new Event.Done(mute.id()));
        });
  }

  private void slow(Session session, Command.SlowMode slow) throws Refusal {
    house.requireRate(Rates.Kind.MODERATE, session.user().id());
    house.requireMember(session, slow.room());
    change(session, slow.id(), new Ruling.SlowMode(slow.room(), slow.seconds()));
  }

  private void report(Session session, Command.Report report) throws Refusal {
    house.requireRate(Rates.Kind.REPORT, session.user().id());
    house.requireMember(session, report.room());
    tell(session, report.id(), new Ruling.Report(report.room(), report.seq(), report.reason()));
  }

  private void resolve(Session session, Command.Resolve resolve) throws Refusal {
    house.requireRate(Rates.Kind.MODERATE, session.user().id());
    tell(session, resolve.id(), new Ruling.Resolve(resolve.report(), resolve.note()));
  }

  private void tell(Session session, long id, Ruling<Ruling.Reported> ruling) {
    house.write(
        session,
        id,
        new Write.By<>(session.user(), ruling),
        reported -> {
          reported.news().forEach(house.rooms()::tellAll);
          session.reply(new Event.Done(id));
        });
  }

  private void change(Session session, long id, Ruling<Write.Changed> ruling) {
    house.change(session, id, new Write.By<>(session.user(), ruling));
  }

  private void reports(Session session, Command.Reports command) throws Refusal {
    User reader = session.user();
    house.requireRate(Rates.Kind.HISTORY, reader.id());
    Overview.Scope scope = scope(session, command.room());
    session.awaitTaken();
    Overview.Page<Report> page =
        house
            .store()
            .overview()
            .reports(
                reader.id(),
                scope,
                command.room(),
                command.resolved(),
                command.before(),
                command.limit());
    session.reply(new Event.ReportList(command.id(), page.items(), page.next()));
  }

  /** A single room's take somebody who moderates it: others hear no, or that there is none. */
  private Overview.Scope scope(Session session, @Nullable RoomId room) throws Refusal {
    User reader = session.user();
    if (house.access().check(reader, Rules.ServerDeed.SEE_REPORTS).isEmpty()) {
      return new Overview.Scope.Everything();
    }
    if (room != null) {
      house.requireMember(session, room);
      boolean moderates =
          house.store().membersOf(room, reader.id()).stream()
              .anyMatch(
                  member ->
                      member.user().id().equals(reader.id()) && house.access().seesMuted(member));
      if (!moderates) {
        throw new Refusal(ErrorCode.FORBIDDEN, "Only moderators see what was reported.");
      }
    }
    return new Overview.Scope.Moderated();
  }
}
