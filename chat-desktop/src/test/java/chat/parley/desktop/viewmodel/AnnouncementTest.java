package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Visit;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.protocol.Event;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What everybody is told stays until it is over, taken back or put away. */
class AnnouncementTest {
  private final Visit visit = new Visit(Visit.room("lobby", Rank.MEMBER, Posting.EVERYBODY, false));
  private final Announcement announcement = visit.home().announcement();

  @Test
  void itGoesWhenItsTimeIsOver() {
    visit.announces(announced("The lift is out of order.", 60_000));
    assertThat(announcement.shownProperty().get().text()).isEqualTo("The lift is out of order.");
    visit.fx.pass(Duration.ofMinutes(1));
    assertThat(announcement.shownProperty().get()).isNull();
  }

  @Test
  void itGoesWhenItIsTakenBack() {
    visit.announces(announced("The lift is out of order.", 60_000));
    visit.announces(announced("", 0));
    assertThat(announcement.shownProperty().get()).isNull();
  }

  @Test
  void whatIPutAwayDoesNotComeBackWithTheNextConnectionButAnotherDoes() {
    Event.Announced lift = announced("The lift is out of order.", 60_000);
    visit.announces(lift);
    announcement.dismiss();
    visit.announces(lift);
    assertThat(announcement.shownProperty().get()).isNull();
    visit.announces(announced("It runs again.", 60_000));
    assertThat(announcement.shownProperty().get().text()).isEqualTo("It runs again.");
  }

  @Test
  void whatIsOverIsNotShownAtAll() {
    visit.announces(announced("The lift is out of order.", -1));
    assertThat(announcement.shownProperty().get()).isNull();
  }

  private Event.Announced announced(String text, long milliseconds) {
    long now = visit.fx.millis();
    return new Event.Announced(text, "Cleo", now, now + milliseconds);
  }
}
