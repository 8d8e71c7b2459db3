package chat.parley.desktop.viewmodel.timeline;

import static chat.parley.desktop.testing.Say.LOBBY;
import static chat.parley.desktop.testing.Say.MORNING;
import static chat.parley.desktop.testing.Say.calling;
import static chat.parley.desktop.testing.Say.mentioning;
import static chat.parley.desktop.testing.Say.message;
import static chat.parley.desktop.testing.Say.messages;
import static chat.parley.desktop.testing.Say.mine;
import static chat.parley.desktop.testing.Say.outgoing;
import static chat.parley.desktop.testing.Say.sent;
import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Outgoing.State;
import chat.parley.desktop.app.Cache;
import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.testing.FakeServer;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;
import chat.parley.model.Nonce;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineModelTest {
  @TempDir Path folder;

  private final FakeFx fx = new FakeFx();
  private final FakeServer server = new FakeServer();
  private final List<Nonce> discarded = new ArrayList<>();
  private Cache cache;
  private TimelineModel timeline;

  @BeforeEach
  void openCache() {
    cache = Cache.open(folder.resolve("cache.db"));
  }

  @AfterEach
  void closeCache() {
    cache.close();
  }

  @Test
  void opensAtTheNewestFromTheCacheWithTheServerOff() {
    server.up = false;
    keep(messages(1, 500));
    open(500, 500, 0);
    assertThat(bodies()).hasSize(100).startsWith("message 401").endsWith("message 500");
    assertThat(timeline.stateProperty().get()).isEqualTo(TimelineState.READY);
    assertThat(timeline.atNewestProperty().get()).isTrue();
    assertThat(timeline.atStartProperty().get()).isFalse();
    assertThat(server.asked).isEmpty();
  }

  @Test
  void memoryStaysFlatWhileScrollingThroughALongRoom() {
    keep(messages(1, 5_000));
    open(5_000, 5_000, 0);
    int most = 0;
    for (int pages = 0; !timeline.atStartProperty().get(); pages++) {
      assertThat(pages).as("pages loaded").isLessThan(60);
      timeline.loadOlder();
      fx.settle();
      most = Math.max(most, timeline.items().size());
    }
    assertThat(most).isLessThanOrEqualTo(1_500);
    assertThat(bodies()).startsWith("message 1");
    assertThat(timeline.atNewestProperty().get()).isFalse();

    for (int pages = 0; !timeline.atNewestProperty().get(); pages++) {
      assertThat(pages).as("pages loaded").isLessThan(60);
      timeline.loadNewer();
      fx.settle();
      most = Math.max(most, timeline.items().size());
    }
    assertThat(most).isLessThanOrEqualTo(1_500);
    assertThat(bodies()).endsWith("message 5000");
    assertThat(bodies()).hasSize(new HashSet<>(bodies()).size());
  }

  @Test
  void olderMessagesComeFromTheServerWhereTheCacheHasNoMore() {
    server.logs.put(LOBBY, messages(1, 300));
    keep(messages(251, 300));
    open(300, 300, 0);
    timeline.loadOlder();
    assertThat(timeline.loadingOlderProperty().get()).isTrue();
    fx.settle();
    assertThat(timeline.loadingOlderProperty().get()).isFalse();
    assertThat(bodies()).hasSize(150).startsWith("message 151").endsWith("message 300");
  }

  @Test
  void askingTwiceForOlderMessagesLoadsThemOnce() {
    server.logs.put(LOBBY, messages(1, 300));
    keep(messages(251, 300));
    open(300, 300, 0);
    timeline.loadOlder();
    timeline.loadOlder();
    fx.settle();
    assertThat(server.asked).filteredOn(asked -> asked.startsWith("history")).hasSize(1);
  }

  @Test
  void aRoomOfWhichNothingIsKeptIsLoadedFromTheServer() {
    server.logs.put(LOBBY, messages(1, 120));
    open(120, 120, 0);
    assertThat(bodies()).startsWith("message 21").endsWith("message 120");
  }

  @Test
  void withNeitherCacheNorServerItSaysSoAndLoadsByItselfOnceLive() {
    server.logs.put(LOBBY, messages(1, 20));
    server.up = false;
    open(20, 20, 0);
    assertThat(timeline.stateProperty().get()).isEqualTo(TimelineState.FAILED);
    assertThat(timeline.problemProperty().get()).contains("no connection");

    server.up = true;
    timeline.onLive();
    fx.settle();
    assertThat(timeline.stateProperty().get()).isEqualTo(TimelineState.READY);
    assertThat(timeline.problemProperty().get()).isEmpty();
    assertThat(bodies()).hasSize(20);
  }

  @Test
  void anEmptyRoomIsEmptyAndNotLoading() {
    open(0, 0, 0);
    assertThat(timeline.stateProperty().get()).isEqualTo(TimelineState.EMPTY);
    assertThat(timeline.atStartProperty().get()).isTrue();
  }

  @Test
  void arrivalsOfOneFrameAreOneAppend() {
    keep(messages(1, 50));
    open(50, 50, 0);
    timeline.atBottom(true);
    var told = new ArrayList<String>();
    timeline
        .items()
        .addListener(
            (ListChangeListener<TimelineItem>)
                c -> {
                  while (c.next()) {
                    told.add(c.wasAdded() && !c.wasRemoved() ? "+" + c.getAddedSize() : "other");
                  }
                });
    for (long seq = 51; seq <= 80; seq++) {
      arrive(messages(seq, seq));
    }
    assertThat(told).isEmpty();
    fx.settle();
    assertThat(told).containsExactly("+30");
  }

  @Test
  void arrivalsAreCountedWhileTheReaderIsFurtherUpAndNothingMoves() {
    keep(messages(1, 500));
    open(500, 500, 0);
    timeline.atBottom(false);
    arrive(List.of(message(501, "Ben", MORNING, "x"), mentioning(502, "Ben", MORNING)));
    arrive(List.of(calling(503, "Ben", MORNING)));
    arrive(List.of(mine(504, "n", MORNING, "mine does not count")));
    fx.settle();
    assertThat(timeline.newBelowProperty().get()).isEqualTo(3);
    assertThat(timeline.mentionsBelowProperty().get()).isEqualTo(2);
    assertThat(bodies()).startsWith("message 401").endsWith("mine does not count");
    assertThat(server.asked).noneMatch(asked -> asked.startsWith("read"));

    timeline.atBottom(true);
    assertThat(timeline.newBelowProperty().get()).isZero();
    assertThat(server.asked).contains("read r-lobby 504");
  }

  @Test
  void arrivalsBelowATrimmedEndAreLoadedWhenTheReaderComesDown() {
    keep(messages(1, 3_000));
    open(3_000, 3_000, 0);
    for (int i = 0; i < 20; i++) {
      timeline.loadOlder();
      fx.settle();
    }
    assertThat(timeline.atNewestProperty().get()).isFalse();
    arrive(messages(3_001, 3_050));
    fx.settle();
    assertThat(timeline.newBelowProperty().get()).isEqualTo(50);
    for (int i = 0; i < 40; i++) {
      timeline.loadNewer();
      fx.settle();
    }
    assertThat(timeline.atNewestProperty().get()).isTrue();
    assertThat(bodies()).endsWith("message 3050");
  }

  @Test
  void jumpingToTheNewestShowsItAndTellsTheView() {
    keep(messages(1, 3_000));
    open(3_000, 3_000, 0);
    for (int i = 0; i < 20; i++) {
      timeline.loadOlder();
      fx.settle();
    }
    timeline.jumpToNewest();
    fx.settle();
    assertThat(timeline.jumpsProperty().get()).isEqualTo(1);
    assertThat(bodies()).hasSize(100).endsWith("message 3000");
  }

  @Test
  void whatArrivesWhileTheRoomOpensIsNeitherLostNorDoubled() {
    keep(messages(1, 50));
    begin(50, 50, 0);
    arrive(messages(51, 52)); // Kept before the page is read, told before the page is here.
    fx.settle();
    assertThat(bodies()).hasSize(52).endsWith("message 51", "message 52");
  }

  @Test
  void aMessageOfMineIsOneRowFromQueuedToSent() {
    keep(messages(1, 3));
    open(3, 3, 0);
    timeline.onOutgoing(outgoing("n", "hello", State.QUEUED));
    fx.settle();
    String key = timeline.items().getLast().key();
    assertThat(last().state()).isEqualTo(State.QUEUED);

    timeline.onOutgoing(outgoing("n", "hello", State.SENDING));
    fx.settle();
    assertThat(last().state()).isEqualTo(State.SENDING);

    timeline.onOutgoing(sent("n", "hello", 4));
    fx.settle();
    assertThat(last().state()).isEqualTo(State.SENT);
    assertThat(bodies()).hasSize(4);

    arrive(List.of(mine(4, "n", MORNING, "hello")));
    fx.settle();
    assertThat(bodies()).hasSize(4).endsWith("hello");
    assertThat(last().key()).isEqualTo(key);
    assertThat(last().seq()).isEqualTo(4);
  }

  @Test
  void theEventMayComeBeforeTheAck() {
    keep(messages(1, 3));
    open(3, 3, 0);
    timeline.onOutgoing(outgoing("n", "hello", State.SENDING));
    arrive(List.of(mine(4, "n", MORNING, "hello")));
    timeline.onOutgoing(sent("n", "hello", 4));
    fx.settle();
    assertThat(bodies()).hasSize(4);
    assertThat(last().state()).isEqualTo(State.SENT);
  }

  @Test
  void aFailedMessageStaysInItsPlaceAndIsRetriedOrDeleted() {
    keep(messages(1, 1));
    cache.put(outgoing("a", "first", State.FAILED));
    cache.put(outgoing("b", "second", State.QUEUED));
    open(1, 1, 0);
    assertThat(bodies()).containsExactly("message 1", "first", "second");

    timeline.retry(new Nonce("a"));
    assertThat(server.asked).contains("retry a");
    timeline.discard(new Nonce("a"));
    timeline.onOutgoing(outgoing("a", "first", State.FAILED)); // Old news.
    fx.settle();
    assertThat(bodies()).containsExactly("message 1", "second");
    assertThat(discarded).containsExactly(new Nonce("a"));
  }

  @Test
  void writingSomethingBringsTheReaderToTheBottom() {
    keep(messages(1, 3_000));
    open(3_000, 3_000, 0);
    for (int i = 0; i < 20; i++) {
      timeline.loadOlder();
      fx.settle();
    }
    timeline.onOutgoing(outgoing("n", "hello", State.QUEUED));
    fx.settle();
    assertThat(timeline.jumpsProperty().get()).isEqualTo(1);
    assertThat(bodies()).endsWith("message 3000", "hello");
  }

  @Test
  void theUnreadLineStaysWhereItWasPlaced() {
    keep(messages(1, 10));
    open(10, 7, 3);
    assertThat(belowUnreadLine()).isEqualTo("message 8");
    timeline.atBottom(true);
    timeline.onState(state("lobby", 10, 10, 0));
    arrive(messages(11, 12));
    fx.settle();
    assertThat(belowUnreadLine()).isEqualTo("message 8");
  }

  @Test
  void openedFromTheCacheTheUnreadLineWaitsForTheServer() {
    keep(messages(1, 10));
    timeline =
        new TimelineModel(
            state("lobby", 10, 10, 0), false, seat(), new KeepModel(), discarded::add);
    timeline.open();
    fx.settle();
    assertThat(timeline.items()).noneMatch(UnreadMark.class::isInstance);

    timeline.onState(state("lobby", 13, 10, 3));
    arrive(messages(11, 13));
    fx.settle();
    assertThat(belowUnreadLine()).isEqualTo("message 11");
  }

  @Test
  void liveArrivalsPlaceNoUnreadLine() {
    keep(messages(1, 10));
    open(10, 10, 0);
    timeline.onState(state("lobby", 11, 10, 1));
    arrive(messages(11, 11));
    fx.settle();
    assertThat(timeline.items()).noneMatch(UnreadMark.class::isInstance);
  }

  @Test
  void readingIsToldAtOnceAndThenTwiceASecondAtMost() {
    keep(messages(1, 100));
    open(100, 0, 100);
    for (long seq = 1; seq <= 60; seq++) {
      timeline.seen(seq);
    }
    assertThat(server.asked).containsExactly("read r-lobby 1");
    fx.pass(Duration.ofMillis(500));
    assertThat(server.asked).containsExactly("read r-lobby 1", "read r-lobby 60");
    timeline.seen(70);
    timeline.close();
    assertThat(server.asked).endsWith("read r-lobby 70");
  }

  @Test
  void anotherHistoryIsLoadedAnew() {
    keep(messages(1, 50));
    open(50, 50, 0);
    cache.reset(LOBBY);
    server.logs.put(LOBBY, List.of(message(1, "Ann", MORNING, "after the backup")));
    timeline.onState(state("lobby", 1, 1, 0));
    timeline.onReset();
    fx.settle();
    assertThat(bodies()).containsExactly("after the backup");
    arrive(List.of(message(2, "Ann", MORNING, "and on")));
    fx.settle();
    assertThat(bodies()).containsExactly("after the backup", "and on");
  }

  @Test
  void aClosedTimelineChangesNoMore() {
    keep(messages(1, 5));
    begin(5, 5, 0);
    timeline.close();
    fx.settle();
    assertThat(timeline.items()).isEmpty();
  }

  private void open(long head, long read, long unread) {
    begin(head, read, unread);
    fx.settle();
  }

  private void begin(long head, long read, long unread) {
    timeline =
        new TimelineModel(
            state("lobby", head, read, unread), true, seat(), new KeepModel(), discarded::add);
    timeline.open();
  }

  private Seat seat() {
    return new Seat(Say.ME, server, cache, fx.surroundings());
  }

  @Test
  void opensAtTheOldestUnreadWhereverThatIs() {
    keep(messages(1, 2_000));
    open(2_000, 500, 1_500);
    assertThat(timeline.landedProperty().get().key()).isEqualTo(new UnreadMark().key());
    assertThat(timeline.landedProperty().get().flash()).isFalse();
    assertThat(bodies()).startsWith("message 401").endsWith("message 600");
    assertThat(timeline.atNewestProperty().get()).isFalse();
    assertThat(server.asked).noneMatch(asked -> asked.startsWith("read"));
  }

  @Test
  void aMessageFarAwayIsLoadedAndLandedOn() {
    server.logs.put(LOBBY, messages(1, 900));
    keep(messages(801, 900));
    open(900, 900, 0);
    timeline.jumpTo(100);
    fx.settle();
    assertThat(timeline.landedProperty().get().key()).isEqualTo("seq 100");
    assertThat(timeline.landedProperty().get().flash()).isTrue();
    timeline.jumpToNewest();
    fx.settle();
    assertThat(bodies()).endsWith("message 900");
  }

  @Test
  void untilTheViewIsAtTheLineNothingCountsAsRead() {
    keep(messages(1, 100));
    timeline =
        new TimelineModel(state("lobby", 100, 100, 0), false, seat(), new KeepModel(), _ -> {});
    timeline.open();
    fx.settle();
    timeline.atBottom(true);
    server.asked.clear();
    timeline.onState(state("lobby", 130, 100, 30));
    timeline.onEvents(messages(101, 130));
    fx.settle();
    assertThat(timeline.landedProperty().get().key()).isEqualTo(new UnreadMark().key());
    assertThat(server.asked).noneMatch(asked -> asked.startsWith("read"));
    timeline.atBottom(true);
    assertThat(server.asked).contains("read r-lobby 130");
  }

  @Test
  void whatIsMarkedUnreadOnAnotherDeviceIsNotReadHereByItself() {
    keep(messages(1, 100));
    open(100, 100, 0);
    timeline.atBottom(true);
    server.asked.clear();
    timeline.onState(state("lobby", 100, 90, 10));
    fx.settle();
    timeline.atBottom(true);
    timeline.onEvents(messages(101, 101));
    fx.pass(Duration.ofSeconds(2));
    assertThat(server.asked).noneMatch(asked -> asked.startsWith("read"));
    assertThat(timeline.items()).anyMatch(UnreadMark.class::isInstance);
    timeline.readsOn();
    timeline.atBottom(true);
    assertThat(server.asked).contains("read r-lobby 101");
  }

  @Test
  void whatComesWhileNobodyLooksBeginsAtTheLineAndTheViewStaysThere() {
    keep(messages(1, 100));
    open(100, 100, 0);
    timeline.watched(true);
    timeline.atBottom(true);
    timeline.watched(false);
    timeline.atBottom(false);
    server.asked.clear();
    arrive(messages(101, 103));
    fx.settle();
    assertThat(belowUnreadLine()).isEqualTo("message 101");
    Landing landing = timeline.landedProperty().get();
    assertThat(landing.key()).isEqualTo(new UnreadMark().key());

    timeline.readsOn();
    arrive(messages(104, 105));
    fx.settle();
    assertThat(belowUnreadLine()).isEqualTo("message 101");
    assertThat(timeline.landedProperty().get()).as("the reader scrolled").isEqualTo(landing);
    assertThat(server.asked).noneMatch(asked -> asked.startsWith("read"));

    timeline.watched(true);
    timeline.atBottom(true);
    assertThat(server.asked).contains("read r-lobby 105");
    arrive(messages(106, 106));
    fx.settle();
    assertThat(belowUnreadLine()).as("while somebody looks").isEqualTo("message 101");
  }

  private void keep(List<Event.RoomEvent> events) {
    cache.append(LOBBY, events);
  }

  /** As the client does it: kept first, told then. */
  private void arrive(List<Event.RoomEvent> events) {
    keep(events);
    timeline.onEvents(events);
  }

  private List<String> bodies() {
    return timeline.items().stream()
        .filter(MessageItem.class::isInstance)
        .map(row -> ((MessageItem) row).body())
        .toList();
  }

  private MessageItem last() {
    return (MessageItem) timeline.items().getLast();
  }

  private String belowUnreadLine() {
    for (int i = 0; i < timeline.items().size(); i++) {
      if (timeline.items().get(i) instanceof UnreadMark) {
        return ((MessageItem) timeline.items().get(i + 1)).body();
      }
    }
    return "there is no unread line";
  }
}
