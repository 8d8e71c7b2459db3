package chat.parley.desktop.viewmodel.overview;

import static chat.parley.desktop.testing.Say.MORNING;
import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.overview.Overview.Page;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewTest {
  private final Visit visit =
      new Visit(
          state("lobby", 0, 0, 0),
          state("early", 3, 1, 2),
          state("late", 2, 1, 1),
          new RoomState(Say.room("calls"), 2, 0, 2, 1),
          state("muted", 4, 0, 4));

  OverviewTest() {
    visit.keeps("room/r-muted", "{\"muted\":true}");
    log("early", 1, 2, 3);
    log("late", 50, 51);
    log("calls", 5, 6);
    log("muted", 90, 91, 92, 93);
  }

  @Test
  void roomsThatCallStandFirstThenThoseInWhichSomethingWasSaidLastAndMutedOnesNot() {
    show(Page.UNREAD);
    assertThat(unread())
        .containsExactly(
            "calls 2 (1)",
            "calls 1",
            "calls 2",
            "late 1 (0)",
            "late 2",
            "early 2 (0)",
            "early 2",
            "early 3");
    assertThat(visit.home().rooms().unreadProperty().get()).isEqualTo(5);
  }

  @Test
  void aPageTakesThePlaceOfTheRoomAndEscGoesBackThere() {
    visit.home().rooms().selectedProperty().set(visit.item("late"));
    show(Page.UNREAD);
    assertThat(visit.home().timelineProperty().get()).isNull();
    show(Page.MENTIONS);
    visit.home().overview().close();
    visit.fx.settle();
    assertThat(visit.home().overview().shownProperty().get()).isNull();
    assertThat(visit.home().rooms().selectedProperty().get().name()).isEqualTo("late");
  }

  @Test
  void aRoomThatIsReadSomewhereGoesAndNewMessagesComeWithoutMovingOthers() {
    show(Page.UNREAD);
    visit.tells(new RoomState(Say.room("calls"), 2, 2, 0, 0));
    assertThat(unread().getFirst()).isEqualTo("late 1 (0)");
    log("early", 1, 2, 3, 99);
    visit.tells(state("early", 4, 1, 3));
    visit.fx.pass(Duration.ofSeconds(1));
    assertThat(unread())
        .containsExactly("late 1 (0)", "late 2", "early 3 (0)", "early 2", "early 3", "early 4");
  }

  @Test
  void markingAllAsReadIsTakenBackForAFewSeconds() {
    show(Page.UNREAD);
    UnreadPage page = visit.home().overview().unread();
    page.markAllRead();
    assertThat(visit.server.asked)
        .contains("read r-early 3", "read r-late 2", "read r-calls 2")
        .doesNotContain("read r-muted 4");
    page.undo();
    assertThat(visit.server.asked)
        .contains("unread r-early 2", "unread r-late 2", "unread r-calls 1");
    page.markAllRead();
    assertThat(page.undoableProperty().get()).isTrue();
    visit.fx.pass(Duration.ofSeconds(9));
    assertThat(page.undoableProperty().get()).isFalse();
  }

  @Test
  void withoutAServerThePageSaysSoAndTriesAgain() {
    visit.server.up = false;
    show(Page.UNREAD);
    UnreadPage page = visit.home().overview().unread();
    assertThat(page.problemProperty().get()).isNotEmpty();
    visit.server.up = true;
    page.tryAgain();
    visit.fx.settle();
    assertThat(page.problemProperty().get()).isEmpty();
    assertThat(unread()).contains("late 2");
  }

  @Test
  void moreThanAPageOfARoomIsOneLineThatLeadsThere() {
    long[] minutes = new long[300];
    log("early", minutes);
    visit.tells(state("early", 300, 0, 300));
    show(Page.UNREAD);
    assertThat(unread()).last().isEqualTo("early more 100");
  }

  @Test
  void mentionsComeInPagesAndNewOnesStandOnTop() {
    for (int seq = 70; seq > 0; seq--) {
      visit.server.mentioned.add(calling("calls", seq));
    }
    show(Page.MENTIONS);
    MentionsPage page = visit.home().overview().mentions();
    assertThat(page.rows()).hasSize(50);
    page.loadOlder();
    visit.fx.settle();
    assertThat(page.rows()).hasSize(70);
    page.loadOlder();
    visit.fx.settle();
    assertThat(page.rows()).hasSize(70);

    visit.happens(id("late"), calling("late", 3));
    assertThat(page.rows().getFirst().room().name()).isEqualTo("late");
    visit.happens(
        id("late"), new Event.Deleted(id("late"), 4, new UserId("u-ann"), "Ann", MORNING, 3));
    assertThat(page.rows().getFirst().room().name()).isEqualTo("calls");
  }

  private void show(Page page) {
    visit.home().overview().show(page);
    visit.fx.settle();
  }

  private List<String> unread() {
    return visit.home().overview().unread().rows().stream()
        .map(
            row ->
                row.room().name()
                    + switch (row) {
                      case OverviewRow.RoomHeading heading ->
                          " " + heading.unread() + " (" + heading.forMe() + ")";
                      case OverviewRow.Said said -> " " + said.seq();
                      case OverviewRow.More more -> " more " + more.left();
                    })
        .toList();
  }

  /** What Ann said in a room, each so many minutes after the morning began. */
  private void log(String room, long... minutes) {
    var log = new ArrayList<Event.RoomEvent>();
    for (long minute : minutes) {
      log.add(said(room, log.size() + 1, MORNING + minute * 60_000, List.of()));
    }
    visit.server.logs.put(id(room), log);
  }

  private static Event.Message calling(String room, long seq) {
    return said(room, seq, MORNING + seq, List.of(Say.ME.id()));
  }

  private static Event.Message said(String room, long seq, long at, List<UserId> mentions) {
    return new Event.Message(
        id(room), seq, new UserId("u-ann"), "Ann", at, room + " " + seq, mentions, null);
  }

  private static RoomId id(String room) {
    return Say.room(room).id();
  }
}
