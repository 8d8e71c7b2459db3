package chat.parley.server.command;

import chat.parley.model.Status;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;

/** What concerns a person and no room: who is there, how I am, what I keep. */
final class PersonHandlers {
  private final House house;

  PersonHandlers(House house) {
    this.house = house;
  }

  void people(Session session, Command.People people) throws Refusal {
    house.requireRate(Rates.Kind.ROOMS, session.user().id());
    session.awaitTaken();
    Store.Crowd crowd = house.store().people(people.query(), people.limit());
    session.reply(new Event.PeopleList(people.id(), house.asTheyAre(crowd.people()), crowd.more()));
  }

  /** All devices hear of it, and the one that put it before it hears that it is done. */
  void keep(Session session, Command.Keep keep) throws Refusal {
    UserId user = session.user().id();
    house.requireRate(Rates.Kind.CHANGE, user);
    house.write(
        session,
        keep.id(),
        new Write.Keep(user, keep.key(), keep.value()),
        keeping -> {
          if (keeping.kept() != null) {
            house.rooms().tellAll(user, new Event.KeptChanged(keeping.kept()));
          }
          session.reply(new Event.Done(keep.id()));
        });
  }

  void status(Session session, Command.SetStatus command) throws Refusal {
    UserId user = session.user().id();
    house.requireRate(Rates.Kind.CHANGE, user);
    Status said = command.status();
    Status status = said == null || said.isOver(house.clock().millis()) ? null : said;
    house.write(
        session,
        command.id(),
        new Write.SetStatus(user, status),
        _ -> {
          house.rooms().says(user, status);
          session.reply(new Event.Done(command.id()));
        });
  }

  void presence(Session session, Command.SetPresence presence) throws Refusal {
    house.requireRate(Rates.Kind.PRESENCE, session.user().id());
    house.rooms().setPresence(session.user().id(), session, presence.presence());
  }
}
