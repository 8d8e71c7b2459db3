package chat.parley.server.command;

import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Malformed;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a command to its handler and a "no" back to the client. Runs on the connection's thread;
 * whatever a handler throws is answered here and ends nothing but that command.
 */
public final class Dispatch implements Session.Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final long STORAGE_RETRY_MS = 2_000;

  private final House house;
  private final HelloHandler hello;
  private final RoomHandlers rooms;
  private final MembershipHandlers memberships;
  private final SendHandler send;
  private final ChangeHandlers changes;
  private final ReaderHandlers reader;
  private final PersonHandlers person;
  private final AccountHandlers account;
  private final ModerationHandlers moderation;
  private final AdministrationHandlers administration;

  public Dispatch(House house) {
    this.house = house;
    this.hello = new HelloHandler(house);
    this.rooms = new RoomHandlers(house);
    this.memberships = new MembershipHandlers(house);
    this.send = new SendHandler(house);
    this.changes = new ChangeHandlers(house);
    this.reader = new ReaderHandlers(house);
    this.person = new PersonHandlers(house);
    this.account = new AccountHandlers(house);
    this.moderation = new ModerationHandlers(house);
    this.administration = new AdministrationHandlers(house);
  }

  @Override
  public void handle(Session session, Command command) {
    try {
      requireGreeting(session, command);
      requirePace(session);
      route(session, command);
    } catch (Refusal no) {
      refuse(session, command.id(), no.code(), no.sentence(), no.retryMs());
    } catch (Hangup no) {
      session.hangUp(no.code(), no.reason());
    } catch (StoreException e) {
      LOG.warn("The store did not answer a {}", command.getClass().getSimpleName(), e);
      refuse(session, command.id(), ErrorCode.STORAGE, sentence(e), STORAGE_RETRY_MS);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("A {} failed", command.getClass().getSimpleName(), e);
      refuse(
          session,
          command.id(),
          ErrorCode.INTERNAL,
          "The server has a fault here; it is in its log.",
          STORAGE_RETRY_MS);
    }
  }

  @Override
  public void refuse(Session session, Malformed malformed) {
    if (session.isNew()) {
      session.refuse(malformed.re(), malformed.code(), malformed.sentence(), 0);
      session.hangUp(CloseCode.BAD_MESSAGE, "The first message must be a hello.");
      return;
    }
    refuse(session, malformed.re(), malformed.code(), malformed.sentence(), 0);
  }

  @Override
  public void gone(Session session) {
    var user = session.userIfKnown();
    if (user != null) {
      house.rooms().depart(user.id(), session);
    }
  }

  private void route(Session session, Command command) throws Refusal, Hangup {
    switch (command) {
      case Command.Hello c -> hello.handle(session, c);
      case Command.Account c -> account.handle(session, c);
      case Command.Moderation c -> moderation.handle(session, c);
      case Command.Administration c -> administration.handle(session, c);
      case Command.Join c -> rooms.join(session, c);
      case Command.Leave c -> rooms.leave(session, c);
      case Command.CreateRoom c -> memberships.create(session, c);
      case Command.OpenDirect c -> memberships.direct(session, c);
      case Command.Invite c -> memberships.invite(session, c);
      case Command.Remove c -> memberships.remove(session, c);
      case Command.SetRank c -> memberships.rank(session, c);
      case Command.ChangeRoom c -> memberships.change(session, c);
      case Command.Send c -> send.handle(session, c);
      case Command.Edit c -> changes.edit(session, c);
      case Command.Delete c -> changes.delete(session, c);
      case Command.React c -> changes.react(session, c);
      case Command.Pin c -> changes.pin(session, c);
      case Command.History c -> reader.history(session, c);
      case Command.Thread c -> reader.thread(session, c);
      case Command.Files c -> reader.files(session, c);
      case Command.Pins c -> reader.pins(session, c);
      case Command.Mentions c -> reader.mentions(session, c);
      case Command.Search c -> reader.search(session, c);
      case Command.Edits c -> reader.edits(session, c);
      case Command.Rooms c -> rooms.directory(session, c);
      case Command.Members c -> rooms.members(session, c);
      case Command.Typing c -> reader.typing(session, c);
      case Command.Read c -> reader.read(session, c);
      case Command.Unread c -> reader.unread(session, c);
      case Command.Got c -> reader.got(session, c);
      case Command.People c -> person.people(session, c);
      case Command.Keep c -> person.keep(session, c);
      case Command.SetStatus c -> person.status(session, c);
      case Command.SetPresence c -> person.presence(session, c);
      case Command.Ping c -> session.reply(new Event.Pong(c.id()));
    }
  }

  private static void requireGreeting(Session session, Command command) throws Refusal, Hangup {
    boolean greets = command instanceof Command.Hello;
    if (session.isNew() && !greets) {
      session.refuse(
          command.id(), ErrorCode.NOT_LOGGED_IN, "Say hello first: nobody is logged in here.", 0);
      throw new Hangup(CloseCode.NOT_LOGGED_IN, "The first message must be a hello.");
    }
    if (!session.isNew() && greets) {
      throw new Refusal(ErrorCode.BAD_MESSAGE, "This connection is logged in already.");
    }
  }

  private void requirePace(Session session) throws Refusal {
    house.requireRate(Rates.Kind.FRAMES, session);
  }

  /** A client that goes on in spite of refusals is sent away. */
  private void refuse(Session session, long re, ErrorCode code, String sentence, long retryMs) {
    session.refuse(re, code, sentence, retryMs);
    if (house.rates().take(Rates.Kind.PATIENCE, session) > 0) {
      session.hangUp(CloseCode.TOO_MANY, "Too many refused commands. Slow down, then come back.");
    }
  }

  private static String sentence(StoreException e) {
    return String.valueOf(e.getMessage());
  }
}
