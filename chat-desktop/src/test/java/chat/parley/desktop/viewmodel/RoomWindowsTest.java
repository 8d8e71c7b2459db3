package chat.parley.desktop.viewmodel;

import static chat.parley.desktop.testing.Say.LOBBY;
import static chat.parley.desktop.testing.Say.message;
import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomWindowsTest {
  private final Visit visit = new Visit(state("alpha", 0, 0, 0), state("lobby", 0, 0, 0));
  private final RoomWindows windows = visit.home().windows();

  @Test
  void aRoomHasOneWindowAtMost() {
    assertThat(open()).isSameAs(open());
    assertThat(windows.open()).hasSize(1);
  }

  @Test
  void whatIsSaidShowsInTheWindowWhateverTheMainOneShows() {
    RoomScreen own = open();
    visit.home().rooms().selectedProperty().set(visit.item("alpha"));
    visit.happens(LOBBY, message(1, "Ann", Say.MORNING, "Hello"));
    assertThat(own.timelineProperty().get().items())
        .anyMatch(row -> row instanceof MessageItem said && said.body().equals("Hello"));
  }

  @Test
  void itsOwnFieldKeepsTheDraftOfTheRoom() {
    RoomScreen own = open();
    own.composer().textProperty().set("half a thought");
    visit.fx.pass(Duration.ofSeconds(1));
    windows.close(own);
    assertThat(open().composer().textProperty().get()).isEqualTo("half a thought");
  }

  @Test
  void whetherSomebodyReadsTheRoomInItIsKnown() {
    RoomScreen own = open();
    assertThat(windows.reads(LOBBY)).isFalse();
    own.timelineProperty().get().atBottom(true);
    assertThat(windows.reads(LOBBY)).isTrue();
    assertThat(windows.reads(visit.item("alpha").id())).isFalse();
    windows.close(own);
    assertThat(windows.reads(LOBBY)).isFalse();
  }

  @Test
  void itClosesWhenIAmNoMemberAnyMore() {
    open();
    visit.removes(LOBBY);
    assertThat(windows.open()).isEmpty();
  }

  @Test
  void itClosesWithItsServer() {
    RoomScreen own = open();
    visit.app.leave(visit.home());
    visit.fx.settle();
    assertThat(windows.open()).isEmpty();
    assertThat(own.timelineProperty().get()).isNull();
  }

  private RoomScreen open() {
    RoomScreen screen = windows.open(visit.item("lobby"));
    visit.fx.settle();
    return screen;
  }
}
