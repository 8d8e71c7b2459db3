package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.model.Presence;
import chat.parley.model.User;
import org.junit.jupiter.api.Test;

class OwnPresenceTest {
  private final Visit visit = new Visit(Say.state("lobby", 0, 0, 0));
  private final ServerModel home = visit.home();

  @Test
  void busyOnAnotherDeviceIsBusyHereUntilItEndsThereAndIsNotSentOn() {
    told(Say.ME, Presence.BUSY);
    assertThat(home.presenceEverywhereProperty().get()).isEqualTo(Presence.BUSY);
    assertThat(home.presenceProperty().get()).isEqualTo(Presence.ONLINE);
    told(Say.ME, Presence.ONLINE);
    assertThat(home.presenceEverywhereProperty().get()).isEqualTo(Presence.ONLINE);
    assertThat(visit.server.asked).noneMatch(said -> said.startsWith("presence"));
  }

  @Test
  void whatEndsHereEndsAtOnceUnlessAnotherDeviceIsBusyToo() {
    home.presenceProperty().set(Presence.BUSY);
    told(Say.ME, Presence.BUSY);
    home.presenceProperty().set(Presence.ONLINE);
    assertThat(home.presenceEverywhereProperty().get()).isEqualTo(Presence.ONLINE);
    told(Say.ME, Presence.BUSY);
    assertThat(home.presenceEverywhereProperty().get()).isEqualTo(Presence.BUSY);
  }

  @Test
  void howOthersAreAndWhetherMyOtherDeviceIsLeftChangesNothingHere() {
    told(Visit.user("Ben Roth"), Presence.BUSY);
    told(Say.ME, Presence.AWAY);
    assertThat(home.presenceEverywhereProperty().get()).isEqualTo(Presence.ONLINE);
  }

  private void told(User user, Presence presence) {
    visit.presence(user, presence, null);
  }
}
