package chat.parley.desktop.viewmodel.timeline;

import static chat.parley.desktop.testing.Say.MORNING;
import static chat.parley.desktop.testing.Say.joined;
import static chat.parley.desktop.testing.Say.left;
import static chat.parley.desktop.testing.Say.mentioning;
import static chat.parley.desktop.testing.Say.message;
import static chat.parley.desktop.testing.Say.mine;
import static chat.parley.desktop.testing.Say.outgoing;
import static chat.parley.desktop.viewmodel.timeline.TimelineLayout.NO_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Outgoing;
import chat.parley.client.Outgoing.State;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.DayMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MembershipItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.StartMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.Ties;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimelineLayoutTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  @Test
  void nextMessageOfTheSameAuthorIsGroupedUpToFiveMinutes() {
    check(
        List.of(
            message(1, "Ann", MORNING, "a"),
            message(2, "Ann", MORNING + 5 * MINUTE, "b"),
            message(3, "Ann", MORNING + 10 * MINUTE + 1, "c")),
        "day",
        "Ann: a",
        "  b",
        "Ann: c");
  }

  @Test
  void anotherAuthorEndsTheGroup() {
    check(
        List.of(
            message(1, "Ann", MORNING, "a"),
            message(2, "Ben", MORNING, "b"),
            message(3, "Ann", MORNING, "c")),
        "day",
        "Ann: a",
        "Ben: b",
        "Ann: c");
  }

  @Test
  void aNewDayHasAMarkAndEndsTheGroup() {
    long lateEvening = MORNING - MORNING % DAY + DAY - MINUTE;
    check(
        List.of(
            message(1, "Ann", lateEvening, "a"), message(2, "Ann", lateEvening + 2 * MINUTE, "b")),
        "day",
        "Ann: a",
        "day",
        "Ann: b");
  }

  @Test
  void theDayIsTheReadersAndNotTheServers() {
    long lateEvening = MORNING - MORNING % DAY + DAY - MINUTE;
    var events =
        List.<Event.RoomEvent>of(
            message(1, "Ann", lateEvening, "a"), message(2, "Ann", lateEvening + 2 * MINUTE, "b"));
    assertThat(words(lay(events, List.of(), NO_LINE, false, ZoneId.of("Asia/Tokyo"))))
        .containsExactly("day", "Ann: a", "  b");
  }

  @Test
  void aClockThatStepsBackDoesNotBeginTheOldDayAgain() {
    check(
        List.of(
            message(1, "Ann", MORNING, "a"),
            message(2, "Ann", MORNING - DAY, "b"),
            message(3, "Ann", MORNING, "c")),
        "day",
        "Ann: a",
        "Ann: b",
        "Ann: c");
  }

  @Test
  void peopleWhoComeInARowAreOneRow() {
    check(List.of(joined(1, "Ann", MORNING)), "day", "(Ann joined)");
    check(
        List.of(joined(1, "Ann", MORNING), joined(2, "Ben", MORNING)),
        "day",
        "(Ann and Ben joined)");
    check(
        List.of(
            joined(1, "Ann", MORNING),
            joined(2, "Ben", MORNING),
            joined(3, "Chen", MORNING),
            left(4, "Dara", MORNING)),
        "day",
        "(3 people joined, Dara left)");
  }

  @Test
  void whoCameAndWentIsToldOfByHowItEnded() {
    check(
        List.of(joined(1, "Ann", MORNING), left(2, "Ann", MORNING), joined(3, "Ann", MORNING)),
        "day",
        "(Ann joined)");
  }

  @Test
  void membershipEndsTheGroup() {
    check(
        List.of(
            message(1, "Ann", MORNING, "a"),
            joined(2, "Ben", MORNING),
            message(3, "Ann", MORNING, "b")),
        "day",
        "Ann: a",
        "(Ben joined)",
        "Ann: b");
  }

  @Test
  void eventsOfANewerServerTakeNoRow() {
    check(
        List.of(
            message(1, "Ann", MORNING, "a"),
            new Event.Unrecognized(Say.LOBBY, 2, MORNING, "pinned"),
            message(3, "Ann", MORNING, "b")),
        "day",
        "Ann: a",
        "  b");
  }

  @Test
  void theUnreadLineStandsBeforeTheFirstUnreadMessageOfSomebodyElse() {
    var events =
        List.<Event.RoomEvent>of(
            message(1, "Ann", MORNING, "a"),
            joined(2, "Ben", MORNING),
            mine(3, "x", MORNING, "b"),
            message(4, "Ann", MORNING, "c"),
            message(5, "Ann", MORNING, "d"));
    assertThat(words(lay(events, List.of(), 1, false, ZoneOffset.UTC)))
        .containsExactly("day", "Ann: a", "(Ben joined)", "Me: b", "NEW", "Ann: c", "  d");
  }

  @Test
  void theUnreadLineWaitsUntilWhereItBelongsIsLoaded() {
    var events =
        List.<Event.RoomEvent>of(message(8, "Ann", MORNING, "a"), message(9, "Ann", MORNING, "b"));
    assertThat(words(lay(events, List.of(), 5, false, ZoneOffset.UTC)))
        .containsExactly("day", "Ann: a", "  b");
    assertThat(words(lay(events, List.of(), 7, false, ZoneOffset.UTC)))
        .containsExactly("day", "NEW", "Ann: a", "  b");
  }

  @Test
  void everythingReadMeansNoLine() {
    var events = List.<Event.RoomEvent>of(message(1, "Ann", MORNING, "a"));
    assertThat(words(lay(events, List.of(), 1, false, ZoneOffset.UTC)))
        .containsExactly("day", "Ann: a");
  }

  @Test
  void unsentMessagesComeLastAndInTheOrderWritten() {
    var rows =
        lay(
            List.of(message(1, "Ann", MORNING, "a")),
            List.of(outgoing("x", "b", State.FAILED), outgoing("y", "c", State.QUEUED)),
            NO_LINE,
            true,
            ZoneOffset.UTC);
    assertThat(words(rows)).containsExactly("start", "day", "Ann: a", "Me: b", "  c");
    var failed = (MessageItem) rows.get(3);
    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.problem()).isEqualTo("No such room.");
    assertThat(failed.nonce()).isEqualTo(new Nonce("x"));
  }

  @Test
  void aMessageOfMineHasTheSameKeyBeforeAndAfterItIsSent() {
    var before = lay(List.of(), List.of(outgoing("x", "b", State.SENDING)), NO_LINE, false, UTC);
    var after = lay(List.of(mine(7, "x", MORNING, "b")), List.of(), NO_LINE, false, UTC);
    assertThat(before.getLast().key()).isEqualTo(after.getLast().key());
  }

  @Test
  void aMessageThatNamesMeSaysSo() {
    var rows =
        lay(
            List.of(message(1, "Ann", MORNING, "a"), mentioning(2, "Ann", MORNING)),
            List.of(),
            NO_LINE,
            false,
            UTC);
    assertThat(((MessageItem) rows.get(1)).mentionsMe()).isFalse();
    assertThat(((MessageItem) rows.get(2)).mentionsMe()).isTrue();
  }

  private static final ZoneId UTC = ZoneOffset.UTC;

  private static void check(List<Event.RoomEvent> events, String... rows) {
    assertThat(words(lay(events, List.of(), NO_LINE, false, UTC))).containsExactly(rows);
  }

  @Test
  void aReplyHasItsAuthorAgainForWhomItAnswersStandsBetween() {
    var events =
        List.<Event.RoomEvent>of(
            message(1, "Ann", MORNING, "a"),
            tied(message(2, "Ann", MORNING, "b"), new Ties(1, 0, null, Ties.Call.NOBODY)),
            message(3, "Ann", MORNING, "c"));
    assertThat(words(lay(events, List.of(), NO_LINE, false, ZoneOffset.UTC)))
        .containsExactly("day", "Ann: a", "Ann: b", "  c");
  }

  @Test
  void whatIsSaidInAThreadIsALineInTheRoomAndAMessageInTheThread() {
    var events =
        List.<Event.RoomEvent>of(
            message(1, "Ann", MORNING, "a"),
            tied(message(2, "Ben", MORNING, "b"), new Ties(0, 1, null, Ties.Call.NOBODY)),
            message(3, "Ann", MORNING, "c"));
    assertThat(words(lay(events, List.of(), NO_LINE, false, ZoneOffset.UTC)))
        .containsExactly("day", "Ann: a", "Ben in thread: b", "Ann: c");
    assertThat(words(lay(events, aside(true, Set.of()))))
        .containsExactly("day", "Ann: a", "Ben: b", "Ann: c");
  }

  @Test
  void whatWasDoneToTheRoomIsSaidInOneLine() {
    Room before = new Room(Say.LOBBY, "lobby", RoomKind.PUBLIC, "old");
    Room now = new Room(Say.LOBBY, "lobby", RoomKind.PUBLIC, "new", "", Posting.MODERATORS, false);
    var events =
        List.<Event.RoomEvent>of(
            new Event.RoomChanged(Say.LOBBY, 1, Say.ME.id(), "Me", MORNING, before),
            new Event.RoomChanged(Say.LOBBY, 2, Say.ME.id(), "Me", MORNING, now),
            new Event.RankChanged(Say.LOBBY, 3, Say.ME.id(), "Me", MORNING, Say.ME, Rank.MODERATOR),
            new Event.Pinned(Say.LOBBY, 4, Say.ME.id(), "Me", MORNING, 1, true),
            new Event.Pinned(Say.LOBBY, 5, Say.ME.id(), "Me", MORNING, 1, false));
    assertThat(words(lay(events, List.of(), NO_LINE, false, ZoneOffset.UTC)))
        .containsExactly(
            "day",
            "(Me changed this room)",
            "(Me changed the topic to “new”. Me let only moderators write here)",
            "(Me made Me a moderator)",
            "(Me pinned a message)");
  }

  @Test
  void peopleWhoAreAddedOrRemovedAreToldOfWithWhoDidIt() {
    var ben = new UserId("u-ben");
    var cleo = new UserId("u-cleo");
    var events =
        List.<Event.RoomEvent>of(
            new Event.JoinedRoom(Say.LOBBY, 1, ben, "Ben", MORNING, "Ann"),
            new Event.JoinedRoom(Say.LOBBY, 2, cleo, "Cleo", MORNING, null),
            new Event.LeftRoom(Say.LOBBY, 3, ben, "Ben", MORNING, "Ann"));
    assertThat(words(lay(events, List.of(), NO_LINE, false, ZoneOffset.UTC)))
        .containsExactly("day", "(Cleo joined, Ann removed Ben)");
  }

  @Test
  void whoIBlockIsALineUntilIWantToRead() {
    var events =
        List.<Event.RoomEvent>of(message(1, "Ann", MORNING, "a"), message(2, "Ben", MORNING, "b"));
    assertThat(words(lay(events, aside(false, Set.of()))))
        .containsExactly("day", "Ann: a", "blocked");
    assertThat(words(lay(events, aside(false, Set.of(2L)))))
        .containsExactly("day", "Ann: a", "Ben: b");
  }

  @Test
  void theNewestOfMineInADirectRoomSaysHowFarItHasCome() {
    var readers = new Readers(List.of(new User(new UserId("u-ben"), "Ben", Role.MEMBER)));
    var events = List.<Event.RoomEvent>of(mine(1, "n1", MORNING, "a"), mine(2, "n2", MORNING, "b"));
    assertThat(receipts(events, readers)).containsExactly("none", "SENT");
    readers.seen(new Event.Seen(Say.LOBBY, new UserId("u-ben"), 1, 2));
    assertThat(receipts(events, readers)).containsExactly("none", "DELIVERED");
    readers.seen(new Event.Seen(Say.LOBBY, new UserId("u-ben"), 2, 2));
    readers.seen(new Event.Seen(Say.LOBBY, new UserId("u-ben"), 1, 1));
    assertThat(receipts(events, readers)).containsExactly("none", "SEEN");
  }

  @Test
  void whatIsPassedOnShowsItsFilesAndWhatIsDeletedLosesThem() {
    var cake = new Attachment(new FileId("f-1"), "cake.jpg", 9, "image/jpeg", 4, 3, true);
    var from = new Ties.Forward("Greta", "kitchen", Say.MORNING);
    var ties = new Ties(0, 0, from, Ties.Call.NOBODY, List.of(cake));
    Event.Message there = tied(Say.message(1, "Ann", Say.MORNING, ""), ties);
    MessageItem shown = (MessageItem) lay(List.of(there), Aside.NOTHING).getLast();
    assertThat(shown.extras().files()).containsExactly(cake);
    assertThat(Quote.of(shown).text()).isEqualTo("cake.jpg");
    var deleted = new Event.Deleted(Say.LOBBY, 2, new UserId("u-ann"), "Ann", Say.MORNING, 1);
    MessageItem gone =
        (MessageItem) lay(List.of(Fold.after(there, deleted)), Aside.NOTHING).getLast();
    assertThat(gone.extras().files()).isEmpty();
  }

  private static List<String> receipts(List<Event.RoomEvent> events, Readers readers) {
    return lay(
            events,
            new Aside(false, Map.of(), Map.of(), Set.of(), Set.of(), Map.of(), readers, _ -> null))
        .stream()
        .filter(MessageItem.class::isInstance)
        .map(item -> ((MessageItem) item).extras().receipt())
        .map(receipt -> receipt == null ? "none" : receipt.step().name())
        .toList();
  }

  private static Aside aside(boolean inThread, Set<Long> revealed) {
    Set<UserId> blocked = inThread ? Set.of() : Set.of(new UserId("u-ben"));
    return new Aside(
        inThread,
        Map.of(),
        Map.of(),
        blocked,
        revealed,
        Map.of(),
        new Readers(List.of()),
        _ -> null);
  }

  private static List<TimelineItem> lay(List<Event.RoomEvent> events, Aside aside) {
    return TimelineLayout.rows(
        new TimelineLayout.Input(events, List.of(), Say.ME, NO_LINE, false, ZoneOffset.UTC, aside));
  }

  private static Event.Message tied(Event.Message m, Ties ties) {
    return new Event.Message(
        m.room(),
        m.seq(),
        m.from(),
        m.name(),
        m.at(),
        m.body(),
        m.mentions(),
        m.nonce(),
        ties,
        m.changes());
  }

  private static List<TimelineItem> lay(
      List<Event.RoomEvent> events,
      List<Outgoing> unsent,
      long unreadAfter,
      boolean fromStart,
      ZoneId zone) {
    return TimelineLayout.rows(
        new TimelineLayout.Input(events, unsent, Say.ME, unreadAfter, fromStart, zone));
  }

  static List<String> words(List<TimelineItem> rows) {
    return rows.stream()
        .map(
            row ->
                switch (row) {
                  case MessageItem m -> (m.grouped() ? "  " : m.name() + ": ") + m.body();
                  case DayMark _ -> "day";
                  case UnreadMark _ -> "NEW";
                  case MembershipItem m -> "(" + m.text() + ")";
                  case TimelineItem.NoticeItem n -> "(" + n.text() + ")";
                  case TimelineItem.ThreadLine l ->
                      l.message().name() + " in thread: " + l.message().body();
                  case TimelineItem.BlockedItem _ -> "blocked";
                  case StartMark _ -> "start";
                })
        .toList();
  }
}
