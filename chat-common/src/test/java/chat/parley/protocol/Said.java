package chat.parley.protocol;

import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every command and every event that can be said, with values from the whole of their ranges. */
final class Said {
  private static final long MAX = (1L << 53) - 1;

  private static final Arbitrary<Long> FROM_0 = Arbitraries.longs().between(0, MAX);
  private static final Arbitrary<Long> FROM_1 = Arbitraries.longs().between(1, MAX);
  private static final Arbitrary<Integer> COUNT = Arbitraries.integers().greaterOrEqual(0);
  private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);

  private static final Arbitrary<String> ID =
      Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(64);
  private static final Arbitrary<RoomId> ROOM = ID.map(RoomId::new);
  private static final Arbitrary<UserId> USER_ID = ID.map(UserId::new);
  private static final Arbitrary<Nonce> NONCE = ID.map(Nonce::new);

  /** Anything that UTF-8 can carry: control characters and other planes too. */
  private static final Arbitrary<String> TEXT =
      Arbitraries.integers()
          .between(0, Character.MAX_CODE_POINT)
          .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
          .list()
          .ofMaxSize(40)
          .map(Said::text);

  /** Without control characters. */
  private static final Arbitrary<String> LINE =
      TEXT.map(text -> text.replaceAll("[\\p{Cntrl}\u0080-\u009f]", ""));

  private static final Arbitrary<Limits> LIMITS =
      COUNT.list().ofSize(7).map(n -> limits(n.toArray(Integer[]::new)));
  private static final Arbitrary<User> USER =
      Combinators.combine(USER_ID, TEXT, Arbitraries.of(Role.class)).as(User::new);
  private static final Arbitrary<Room> ROOM_ITSELF =
      Combinators.combine(ROOM, TEXT, Arbitraries.of(RoomKind.class), TEXT).as(Room::new);
  private static final Arbitrary<RoomState> ROOM_STATE =
      Combinators.combine(ROOM_ITSELF, FROM_0, FROM_0, FROM_0, FROM_0)
          .as(
              (room, a, b, unread, mentions) ->
                  new RoomState(room, Math.max(a, b), Math.min(a, b), unread, mentions));

  private Said() {}

  static Arbitrary<Command> commands() {
    return Arbitraries.oneOf(
        Combinators.combine(FROM_0, LINE, auth(), LINE.injectNull(0.3), cursors())
            .as((id, agent, auth, epoch, at) -> new Command.Hello(id, 1, agent, auth, epoch, at)),
        Combinators.combine(FROM_0, place()).as(Command.Join::new),
        Combinators.combine(FROM_0, ROOM).as(Command.Leave::new),
        Combinators.combine(FROM_0, ROOM, NONCE, LINE.map(text -> "\n\t>" + text))
            .as(Command.Send::new),
        Combinators.combine(FROM_0, ROOM, span(), Arbitraries.integers().between(1, 500))
            .as(Command.History::new),
        FROM_0.map(Command.Rooms::new),
        Combinators.combine(FROM_0, ROOM).as(Command.Members::new),
        ROOM.map(Command.Typing::new),
        Combinators.combine(ROOM, FROM_0).as(Command.Read::new),
        Arbitraries.of(Presence.ONLINE, Presence.AWAY, Presence.BUSY).map(Command.SetPresence::new),
        FROM_0.map(Command.Ping::new));
  }

  static Arbitrary<Event> events() {
    return Arbitraries.oneOf(replies(), roomEvents(), passing(), control());
  }

  private static Arbitrary<Event> replies() {
    return Arbitraries.oneOf(
        Combinators.combine(
                FROM_0,
                LINE,
                USER,
                TEXT.injectNull(0.5),
                serverInfo(),
                ROOM_STATE.list().ofMaxSize(4))
            .as(Event.Welcome::new),
        Combinators.combine(FROM_0, ROOM_STATE).as(Event.Joined::new),
        Combinators.combine(FROM_0, ROOM).as(Event.Left::new),
        Combinators.combine(FROM_0, ROOM, NONCE, FROM_1, FROM_0).as(Event.Ack::new),
        Combinators.combine(FROM_0, ROOM, roomEvents().list().ofMaxSize(4), FLAG)
            .as(Event.HistoryPage::new),
        Combinators.combine(FROM_0, listing().list().ofMaxSize(4)).as(Event.RoomList::new),
        Combinators.combine(FROM_0, ROOM, member().list().ofMaxSize(4)).as(Event.MemberList::new),
        FROM_0.map(Event.Pong::new),
        Combinators.combine(FROM_0, Arbitraries.of(ErrorCode.class), TEXT, FROM_0)
            .as(Event.Failed::new));
  }

  private static Arbitrary<Event.RoomEvent> roomEvents() {
    return Arbitraries.oneOf(
        Combinators.combine(
                ROOM,
                FROM_1,
                USER_ID,
                TEXT,
                FROM_0,
                TEXT,
                USER_ID.list().ofMaxSize(4),
                NONCE.injectNull(0.5))
            .as(Event.Message::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0).as(Event.JoinedRoom::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0).as(Event.LeftRoom::new),
        Combinators.combine(ROOM, FROM_1, FROM_0, ID.map(Said::unknownType))
            .as(Event.Unrecognized::new));
  }

  private static Arbitrary<Event> passing() {
    return Arbitraries.oneOf(
        Combinators.combine(ROOM, USER_ID, TEXT).as(Event.Typing::new),
        Combinators.combine(USER_ID, Arbitraries.of(Presence.class))
            .as(Event.PresenceChanged::new));
  }

  private static Arbitrary<Event> control() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Event.CaughtUp()),
        ROOM.map(Event.Reset::new),
        Combinators.combine(ROOM, FROM_0, FROM_0, FROM_0).as(Event.ReadMark::new),
        ROOM_STATE.map(Event.RoomAdded::new),
        ROOM.map(Event.RoomRemoved::new));
  }

  private static Arbitrary<Command.Auth> auth() {
    return Arbitraries.oneOf(TEXT.map(Command.Auth.Guest::new), TEXT.map(Command.Auth.Token::new));
  }

  private static Arbitrary<Command.Place> place() {
    return Arbitraries.oneOf(
        ROOM.map(Command.Place.ById::new),
        Combinators.combine(TEXT, FLAG).as(Command.Place.ByName::new));
  }

  private static Arbitrary<Command.Span> span() {
    return Arbitraries.oneOf(
        FROM_0.map(Command.Span.Before::new), FROM_0.map(Command.Span.After::new));
  }

  private static Arbitrary<Map<RoomId, Long>> cursors() {
    return Arbitraries.maps(ROOM, FROM_0).ofMaxSize(5);
  }

  private static Arbitrary<Event.ServerInfo> serverInfo() {
    return Combinators.combine(TEXT, TEXT, LIMITS).as(Event.ServerInfo::new);
  }

  private static Arbitrary<RoomListing> listing() {
    return Combinators.combine(ROOM_ITSELF, COUNT, FLAG).as(RoomListing::new);
  }

  private static Arbitrary<Member> member() {
    return Combinators.combine(USER, Arbitraries.of(Presence.class)).as(Member::new);
  }

  private static Limits limits(Integer[] n) {
    return new Limits(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
  }

  private static String unknownType(String id) {
    return "x_" + id.substring(0, Math.min(id.length(), 62));
  }

  private static String text(List<Integer> codePoints) {
    var text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }
}
