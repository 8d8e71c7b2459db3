package chat.parley.protocol;

import chat.parley.model.Attachment;
import chat.parley.model.Changes;
import chat.parley.model.Device;
import chat.parley.model.DeviceId;
import chat.parley.model.Door;
import chat.parley.model.FileId;
import chat.parley.model.Kept;
import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Reaction;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.Status;
import chat.parley.model.Ties;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What commands and events are made of, with values from the whole of their ranges. */
final class Parts {
  private static final long MAX = (1L << 53) - 1;

  static final Arbitrary<Long> FROM_0 = Arbitraries.longs().between(0, MAX);
  static final Arbitrary<Long> FROM_1 = Arbitraries.longs().between(1, MAX);
  static final Arbitrary<Integer> COUNT = Arbitraries.integers().greaterOrEqual(0);
  static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);

  static final Arbitrary<String> ID =
      Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(64);
  static final Arbitrary<RoomId> ROOM = ID.map(RoomId::new);
  static final Arbitrary<UserId> USER_ID = ID.map(UserId::new);
  static final Arbitrary<Integer> HITS = Arbitraries.integers().between(1, Limits.HITS);
  static final Arbitrary<DeviceId> DEVICE = ID.map(DeviceId::new);
  static final Arbitrary<Nonce> NONCE = ID.map(Nonce::new);

  /** Anything that UTF-8 can carry: control characters and other planes too. */
  static final Arbitrary<String> TEXT =
      Arbitraries.integers()
          .between(0, Character.MAX_CODE_POINT)
          .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
          .list()
          .ofMaxSize(40)
          .map(Parts::text);

  /** Without control characters. */
  static final Arbitrary<String> LINE =
      TEXT.map(text -> text.replaceAll("[\\p{Cntrl}\u0080-\u009f]", ""));

  /** What may be said. */
  static final Arbitrary<String> BODY = LINE.map(text -> "\n\t>" + text);

  /** What may be said beside messages: empty, or of several lines. */
  static final Arbitrary<String> LINES = LINE.map(text -> text.isEmpty() ? "" : text + "\n\t");

  static final Arbitrary<String> QUERY =
      LINE.map(text -> "x" + text.substring(0, Math.min(text.length(), 200)))
          .filter(text -> !Character.isHighSurrogate(text.charAt(text.length() - 1)));
  static final Arbitrary<Integer> PAGE = Arbitraries.integers().between(1, 500);
  static final Arbitrary<Limits> LIMITS =
      COUNT.list().ofSize(8).map(n -> limits(n.toArray(Integer[]::new)));
  static final Arbitrary<User> USER =
      Combinators.combine(USER_ID, TEXT, Arbitraries.of(Role.class)).as(User::new);
  static final Arbitrary<Rank> RANK = Arbitraries.of(Rank.class);
  static final Arbitrary<Posting> POSTING = Arbitraries.of(Posting.class);
  static final Arbitrary<String> EMOJI =
      Arbitraries.of("👍", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "👩‍👩‍👧‍👦", "🇩🇪");
  static final Arbitrary<Room> ROOM_ITSELF =
      Combinators.combine(
              ROOM, TEXT, Arbitraries.of(RoomKind.class), TEXT, TEXT, POSTING, FLAG, COUNT)
          .as(Room::new);
  static final Arbitrary<RoomState> ROOM_STATE =
      Combinators.combine(
              ROOM_ITSELF,
              Combinators.combine(FROM_0, FROM_0).as(List::of),
              FROM_0,
              FROM_0,
              RANK,
              USER.list().ofMaxSize(3),
              FROM_0,
              FROM_0)
          .as(
              (room, seqs, unread, mentions, rank, with, muted, expired) ->
                  new RoomState(
                      room,
                      Collections.max(seqs),
                      Collections.min(seqs),
                      unread,
                      mentions,
                      rank,
                      with,
                      muted,
                      expired));

  /** One that may be set: nothing in its text turns the direction of what follows. */
  static final Arbitrary<Status> STATUS =
      Combinators.combine(EMOJI, LINE.map(Parts::straight), FROM_0).as(Status::new);

  static final Arbitrary<Member> MEMBER =
      Combinators.combine(
              USER,
              Arbitraries.of(Presence.class),
              RANK,
              STATUS.injectNull(0.5),
              FROM_0,
              FROM_0,
              FROM_0)
          .as(Member::new);

  static final Arbitrary<Kept> KEPT =
      Combinators.combine(
              Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(160),
              TEXT.injectNull(0.3),
              FROM_0)
          .as(Kept::new);

  static final Arbitrary<Command.Narrow> NARROW =
      Combinators.combine(ROOM.injectNull(0.5), USER_ID.injectNull(0.5), FROM_0, FROM_0, FLAG)
          .as(Command.Narrow::new);

  static final Arbitrary<FileId> FILE_ID = ID.map(FileId::new);
  static final Arbitrary<Attachment> ATTACHMENT =
      Combinators.combine(FILE_ID, TEXT, FROM_0, TEXT, COUNT, COUNT, FLAG).as(Attachment::new);
  static final Arbitrary<Ties> TIES =
      Combinators.combine(
              FROM_0,
              FROM_0,
              Combinators.combine(TEXT, TEXT, FROM_0).as(Ties.Forward::new).injectNull(0.5),
              Arbitraries.of(Ties.Call.class),
              ATTACHMENT.list().ofMaxSize(3))
          .as(Ties::new);

  private static final Arbitrary<Changes.Replies> REPLIES =
      Arbitraries.oneOf(
          Arbitraries.just(Changes.Replies.NONE),
          Combinators.combine(
                  Arbitraries.integers().greaterOrEqual(1), FROM_1, USER_ID.list().ofMaxSize(5))
              .as(Changes.Replies::new));

  static final Arbitrary<Changes> CHANGES =
      Combinators.combine(
              FROM_0,
              FROM_0,
              FLAG,
              FLAG,
              Combinators.combine(TEXT, USER_ID.list().ofMinSize(1).ofMaxSize(3))
                  .as(Reaction::new)
                  .list()
                  .ofMaxSize(3),
              REPLIES)
          .as(Changes::new);

  static final Arbitrary<Command.Hook> HOOK =
      Combinators.combine(
              FROM_0,
              FROM_0,
              Combinators.combine(ROOM, FROM_1).as(Command.Source::new).injectNull(0.5),
              FILE_ID.list().ofMaxSize(Limits.MESSAGE_FILES).uniqueElements())
          .as(Command.Hook::new);

  static final Arbitrary<Event.Message> MESSAGE =
      Combinators.combine(
              Combinators.combine(ROOM, FROM_1, USER_ID, TEXT, FROM_0).as(Event.JoinedRoom::new),
              TEXT,
              USER_ID.list().ofMaxSize(4),
              NONCE.injectNull(0.5),
              TIES,
              CHANGES)
          .as(
              (who, words, mentions, nonce, ties, changes) ->
                  new Event.Message(
                      who.room(),
                      who.seq(),
                      who.from(),
                      who.name(),
                      who.at(),
                      words,
                      mentions,
                      nonce,
                      ties,
                      changes));

  private Parts() {}

  static Arbitrary<Command.Auth> auth() {
    return Arbitraries.oneOf(
        TEXT.map(Command.Auth.Guest::new),
        TEXT.map(Command.Auth.Token::new),
        TEXT.map(Command.Auth.ByPass::new),
        Combinators.combine(TEXT, TEXT).as(Command.Auth.Password::new),
        Combinators.combine(TEXT, TEXT, TEXT.injectNull(0.5)).as(Command.Auth.Register::new),
        Combinators.combine(TEXT, TEXT, TEXT).as(Command.Auth.SetUp::new),
        Combinators.combine(TEXT, TEXT, TEXT).as(Command.Auth.Reset::new));
  }

  static List<Arbitrary<? extends Command>> account() {
    return List.of(
        Combinators.combine(FROM_0, TEXT).as(Command.ChangeName::new),
        Combinators.combine(FROM_0, TEXT, TEXT).as(Command.ChangePassword::new),
        Combinators.combine(FROM_0, TEXT, TEXT.injectNull(0.5)).as(Command.BecomeMember::new),
        FROM_0.map(Command.Devices::new),
        Combinators.combine(FROM_0, DEVICE.injectNull(0.3)).as(Command.LogOut::new),
        FROM_0.map(Command.Renew::new));
  }

  static Arbitrary<Device> device() {
    return Combinators.combine(DEVICE, LINE, LINE, FROM_0, FROM_0, FLAG).as(Device::new);
  }

  static Arbitrary<Command.Place> place() {
    return Arbitraries.oneOf(
        ROOM.map(Command.Place.ById::new),
        Combinators.combine(TEXT, FLAG).as(Command.Place.ByName::new));
  }

  static Arbitrary<Command.Span> span() {
    return Arbitraries.oneOf(
        FROM_0.map(Command.Span.Before::new), FROM_0.map(Command.Span.After::new));
  }

  static Arbitrary<Map<RoomId, Long>> cursors() {
    return Arbitraries.maps(ROOM, FROM_0).ofMaxSize(5);
  }

  static Arbitrary<Event.ServerInfo> serverInfo() {
    return Combinators.combine(TEXT, TEXT, LIMITS, Arbitraries.of(Door.class), LINES, COUNT)
        .as(Event.ServerInfo::new);
  }

  static Arbitrary<RoomListing> listing() {
    return Combinators.combine(ROOM_ITSELF, COUNT, FLAG).as(RoomListing::new);
  }

  private static Limits limits(Integer[] n) {
    return new Limits(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
  }

  static String unknownType(String id) {
    return "x_" + id.substring(0, Math.min(id.length(), 62));
  }

  private static String text(List<Integer> codePoints) {
    var text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }

  private static String straight(String text) {
    return text.replaceAll("[\u202a-\u202e\u2066-\u2069]", "");
  }
}
