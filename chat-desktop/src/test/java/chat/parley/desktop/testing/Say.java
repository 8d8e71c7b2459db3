package chat.parley.desktop.testing;

import chat.parley.client.Outgoing;
import chat.parley.model.Nonce;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.Ties;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;

/** Short words for the things tests talk about. */
public final class Say {
  public static final User ME = new User(new UserId("u-me"), "Me", Role.GUEST);
  public static final RoomId LOBBY = new RoomId("r-lobby");

  /** 09:00 UTC of some day. */
  public static final long MORNING = 1_760_000_400_000L;

  private Say() {}

  public static Room room(String name) {
    return new Room(new RoomId("r-" + name.replace(' ', '-')), name, RoomKind.PUBLIC, "");
  }

  public static RoomState state(String name, long head, long read, long unread) {
    return new RoomState(room(name), head, read, unread, 0);
  }

  public static Event.Message message(long seq, String who, long at, String body) {
    return new Event.Message(
        LOBBY, seq, new UserId("u-" + who.toLowerCase()), who, at, body, List.of(), null);
  }

  public static Event.Message mine(long seq, String nonce, long at, String body) {
    return new Event.Message(LOBBY, seq, ME.id(), ME.name(), at, body, List.of(), new Nonce(nonce));
  }

  public static Event.Message mentioning(long seq, String who, long at) {
    return new Event.Message(
        LOBBY, seq, new UserId("u-" + who.toLowerCase()), who, at, "@Me", List.of(ME.id()), null);
  }

  /** The same, which calls several. */
  public static Event.Message calling(Event.Message said, Ties.Call call) {
    return new Event.Message(
        said.room(),
        said.seq(),
        said.from(),
        said.name(),
        said.at(),
        said.body(),
        said.mentions(),
        said.nonce(),
        new Ties(0, 0, null, call),
        said.changes());
  }

  /** The same, said in a thread. */
  public static Event.Message under(long root, Event.Message said) {
    return new Event.Message(
        said.room(),
        said.seq(),
        said.from(),
        said.name(),
        said.at(),
        said.body(),
        said.mentions(),
        said.nonce(),
        new Ties(0, root, null, Ties.Call.NOBODY),
        said.changes());
  }

  /** A message to everybody in the room. */
  public static Event.Message calling(long seq, String who, long at) {
    var said =
        new Event.Message(
            LOBBY, seq, new UserId("u-" + who.toLowerCase()), who, at, "@room", List.of(), null);
    return calling(said, Ties.Call.ROOM);
  }

  public static Event.JoinedRoom joined(long seq, String who, long at) {
    return new Event.JoinedRoom(LOBBY, seq, new UserId("u-" + who.toLowerCase()), who, at);
  }

  public static Event.LeftRoom left(long seq, String who, long at) {
    return new Event.LeftRoom(LOBBY, seq, new UserId("u-" + who.toLowerCase()), who, at);
  }

  /** Messages of Ann, one a second. */
  public static List<Event.RoomEvent> messages(long from, long to) {
    var events = new ArrayList<Event.RoomEvent>();
    for (long seq = from; seq <= to; seq++) {
      events.add(message(seq, "Ann", MORNING + seq * 1000, "message " + seq));
    }
    return events;
  }

  public static Outgoing outgoing(String nonce, String body, Outgoing.State state) {
    String problem = state == Outgoing.State.FAILED ? "No such room." : null;
    return new Outgoing(LOBBY, new Nonce(nonce), body, MORNING, state, problem, 0);
  }

  public static Outgoing sent(String nonce, String body, long seq) {
    return new Outgoing(LOBBY, new Nonce(nonce), body, MORNING, Outgoing.State.SENT, null, seq);
  }
}
