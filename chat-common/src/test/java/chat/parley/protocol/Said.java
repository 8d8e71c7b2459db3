package chat.parley.protocol;

import static chat.parley.protocol.Parts.BODY;
import static chat.parley.protocol.Parts.EMOJI;
import static chat.parley.protocol.Parts.FLAG;
import static chat.parley.protocol.Parts.FROM_0;
import static chat.parley.protocol.Parts.FROM_1;
import static chat.parley.protocol.Parts.HITS;
import static chat.parley.protocol.Parts.HOOK;
import static chat.parley.protocol.Parts.ID;
import static chat.parley.protocol.Parts.KEPT;
import static chat.parley.protocol.Parts.LINE;
import static chat.parley.protocol.Parts.LINES;
import static chat.parley.protocol.Parts.MEMBER;
import static chat.parley.protocol.Parts.MESSAGE;
import static chat.parley.protocol.Parts.NARROW;
import static chat.parley.protocol.Parts.NONCE;
import static chat.parley.protocol.Parts.PAGE;
import static chat.parley.protocol.Parts.POSTING;
import static chat.parley.protocol.Parts.QUERY;
import static chat.parley.protocol.Parts.RANK;
import static chat.parley.protocol.Parts.ROOM;
import static chat.parley.protocol.Parts.ROOM_ITSELF;
import static chat.parley.protocol.Parts.ROOM_STATE;
import static chat.parley.protocol.Parts.STATUS;
import static chat.parley.protocol.Parts.TEXT;
import static chat.parley.protocol.Parts.USER;
import static chat.parley.protocol.Parts.USER_ID;
import static chat.parley.protocol.Parts.auth;
import static chat.parley.protocol.Parts.cursors;
import static chat.parley.protocol.Parts.device;
import static chat.parley.protocol.Parts.listing;
import static chat.parley.protocol.Parts.place;
import static chat.parley.protocol.Parts.serverInfo;
import static chat.parley.protocol.Parts.span;

import chat.parley.model.Presence;
import chat.parley.model.RoomKind;
import chat.parley.model.UserId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every command and every event that can be said. */
final class Said {
  private Said() {}

  /** Each kind of command once. One flat list: a choice of choices leaves some kinds untried. */
  static List<Arbitrary<? extends Command>> commands() {
    return flat(
        Stream.of(
            aboutTalk(),
            aboutMessages(),
            aboutRooms(),
            aboutOneself(),
            Parts.account(),
            Rulings.moderation(),
            Rulings.aboutPeople(),
            Rulings.aboutTheServer()));
  }

  private static List<Arbitrary<? extends Command>> aboutTalk() {
    return List.of(
        Combinators.combine(FROM_0, LINE, auth(), LINE.injectNull(0.3), cursors(), FROM_0)
            .as(
                (id, agent, auth, epoch, at, kept) ->
                    new Command.Hello(id, 1, agent, auth, epoch, at, kept)),
        Combinators.combine(FROM_0, place()).as(Command.Join::new),
        Combinators.combine(FROM_0, ROOM).as(Command.Leave::new),
        Combinators.combine(FROM_0, ROOM, NONCE, BODY, HOOK).as(Command.Send::new),
        Combinators.combine(FROM_0, ROOM, span(), PAGE).as(Command.History::new),
        FROM_0.map(Command.Rooms::new),
        Combinators.combine(FROM_0, ROOM).as(Command.Members::new),
        ROOM.map(Command.Typing::new),
        Combinators.combine(ROOM, FROM_0).as(Command.Read::new),
        Arbitraries.of(Presence.ONLINE, Presence.AWAY, Presence.BUSY).map(Command.SetPresence::new),
        FROM_0.map(Command.Ping::new));
  }

  private static List<Arbitrary<? extends Command>> aboutMessages() {
    return List.of(
        Combinators.combine(FROM_0, ROOM, FROM_1, BODY).as(Command.Edit::new),
        Combinators.combine(FROM_0, ROOM, FROM_1).as(Command.Delete::new),
        Combinators.combine(FROM_0, ROOM, FROM_1, EMOJI, FLAG).as(Command.React::new),
        Combinators.combine(FROM_0, ROOM, FROM_1, FLAG).as(Command.Pin::new),
        Combinators.combine(FROM_0, ROOM, FROM_1).as(Command.Edits::new),
        Combinators.combine(FROM_0, ROOM, FROM_1, FROM_0, PAGE).as(Command.Thread::new),
        Combinators.combine(FROM_0, ROOM, FROM_0, PAGE).as(Command.Files::new),
        Combinators.combine(FROM_0, ROOM).as(Command.Pins::new),
        Combinators.combine(FROM_0, FROM_0, PAGE).as(Command.Mentions::new),
        Combinators.combine(FROM_0, QUERY, NARROW, FROM_0, HITS).as(Command.Search::new),
        Combinators.combine(FROM_0, ROOM, FROM_1).as(Command.Unread::new),
        Combinators.combine(ROOM, FROM_0).as(Command.Got::new));
  }

  private static List<Arbitrary<? extends Command>> aboutRooms() {
    Arbitrary<List<UserId>> users = USER_ID.list().ofMaxSize(3);
    return List.of(
        Combinators.combine(
                FROM_0, TEXT, Arbitraries.of(RoomKind.PUBLIC, RoomKind.PRIVATE), LINE, users)
            .as(Command.CreateRoom::new),
        Combinators.combine(FROM_0, users).as(Command.OpenDirect::new),
        Combinators.combine(FROM_0, ROOM, users).as(Command.Invite::new),
        Combinators.combine(FROM_0, ROOM, USER_ID).as(Command.Remove::new),
        Combinators.combine(FROM_0, ROOM, USER_ID, RANK).as(Command.SetRank::new),
        Combinators.combine(
                FROM_0,
                ROOM,
                TEXT.injectNull(0.5),
                LINE.injectNull(0.5),
                BODY.injectNull(0.5),
                POSTING.injectNull(0.5),
                FLAG.injectNull(0.5))
            .as(Command.ChangeRoom::new));
  }

  private static List<Arbitrary<? extends Command>> aboutOneself() {
    return List.of(
        Combinators.combine(FROM_0, LINE, PAGE).as(Command.People::new),
        Combinators.combine(FROM_0, KEPT)
            .as((id, kept) -> new Command.Keep(id, kept.key(), kept.value())),
        Combinators.combine(FROM_0, STATUS.injectNull(0.3)).as(Command.SetStatus::new));
  }

  /** Each kind of event once. */
  static List<Arbitrary<? extends Event>> events() {
    return flat(Stream.of(replies(), Rulings.oversight(), roomEvents(), passing(), control()));
  }

  static <T> Arbitrary<T> anyOf(List<Arbitrary<? extends T>> kinds) {
    return Arbitraries.oneOf(kinds);
  }

  private static <T> List<Arbitrary<? extends T>> flat(
      Stream<List<? extends Arbitrary<? extends T>>> groups) {
    return groups.<Arbitrary<? extends T>>flatMap(List::stream).toList();
  }

  private static List<Arbitrary<? extends Event>> replies() {
    return List.of(
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
        Combinators.combine(FROM_0, ROOM, anyOf(roomEvents()).list().ofMaxSize(4), FLAG)
            .as(Event.HistoryPage::new),
        Combinators.combine(FROM_0, listing().list().ofMaxSize(4)).as(Event.RoomList::new),
        Combinators.combine(FROM_0, ROOM, MEMBER.list().ofMaxSize(4)).as(Event.MemberList::new),
        Combinators.combine(FROM_0, MEMBER.list().ofMaxSize(4), FLAG).as(Event.PeopleList::new),
        Combinators.combine(
                FROM_0,
                ROOM,
                FROM_1,
                Combinators.combine(FROM_0, TEXT).as(Event.Edition::new).list().ofMaxSize(4))
            .as(Event.EditList::new),
        Combinators.combine(FROM_0, ROOM, MESSAGE.list().ofMaxSize(4), FLAG).as(Event.Found::new),
        Combinators.combine(FROM_0, MESSAGE.list().ofMaxSize(4), FROM_0).as(Event.Mentioned::new),
        Combinators.combine(FROM_0, MESSAGE.list().ofMaxSize(4), FROM_0).as(Event.Hits::new),
        Combinators.combine(FROM_0, device().list().ofMaxSize(4)).as(Event.DeviceList::new),
        Combinators.combine(FROM_0, TEXT, FROM_0).as(Event.Pass::new),
        FROM_0.map(Event.Done::new),
        FROM_0.map(Event.Pong::new),
        Combinators.combine(FROM_0, Arbitraries.of(ErrorCode.class), TEXT, FROM_0)
            .as(Event.Failed::new));
  }

  private static List<Arbitrary<? extends Event.RoomEvent>> roomEvents() {
    return List.of(
        MESSAGE,
        Combinators.combine(
                ROOM, FROM_1, USER_ID, TEXT, FROM_0, FROM_1, TEXT, USER_ID.list().ofMaxSize(4))
            .as(Event.Edited::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0, FROM_1).as(Event.Deleted::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0, FROM_1, EMOJI, FLAG)
            .as(Event.Reacted::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0, FROM_1, FLAG)
            .as(Event.Pinned::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0, TEXT.injectNull(0.5))
            .as(Event.JoinedRoom::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0, TEXT.injectNull(0.5))
            .as(Event.LeftRoom::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0, ROOM_ITSELF)
            .as(Event.RoomChanged::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0, USER, RANK)
            .as(Event.RankChanged::new),
        Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0, TEXT).as(Event.Renamed::new),
        Combinators.combine(ROOM, FROM_1, FROM_0, ID.map(Parts::unknownType))
            .as(Event.Unrecognized::new));
  }

  private static List<Arbitrary<? extends Event>> passing() {
    return List.of(
        Combinators.combine(ROOM, USER_ID, TEXT).as(Event.Typing::new),
        Combinators.combine(USER_ID, Arbitraries.of(Presence.class), STATUS.injectNull(0.5))
            .as(Event.PresenceChanged::new),
        Combinators.combine(ROOM, USER_ID, FROM_0, FROM_0).as(Event.Seen::new));
  }

  private static List<Arbitrary<? extends Event>> control() {
    return List.of(
        Arbitraries.just(new Event.CaughtUp()),
        ROOM.map(Event.Reset::new),
        Combinators.combine(ROOM, FROM_0, FROM_0, FROM_0).as(Event.ReadMark::new),
        ROOM_STATE.map(Event.RoomAdded::new),
        ROOM.map(Event.RoomRemoved::new),
        USER.map(Event.SelfChanged::new),
        TEXT.map(Event.NewToken::new),
        Combinators.combine(LINES, TEXT, FROM_0, FROM_0).as(Event.Announced::new),
        Combinators.combine(ROOM, FROM_0).as(Event.Muted::new),
        Parts.serverInfo().map(Event.ServerChanged::new),
        Combinators.combine(ROOM, FROM_0).as(Event.Expired::new),
        Combinators.combine(ROOM, FROM_0).as(Event.Reported::new),
        KEPT.map(Event.KeptChanged::new));
  }
}
