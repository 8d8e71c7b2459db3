package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Presence;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class AutoAwayTest {
  private static final Duration LONG = Duration.ofMinutes(6);

  private final ObjectProperty<Presence> presence = new SimpleObjectProperty<>(Presence.ONLINE);
  private final AutoAway away = new AutoAway(presence);

  @Test
  void afterFiveMinutesOneIsAwayAndWithTheFirstTouchBack() {
    away.onIdle(Duration.ofSeconds(299));
    assertThat(presence.get()).isEqualTo(Presence.ONLINE);
    away.onIdle(Duration.ofMinutes(5));
    assertThat(presence.get()).isEqualTo(Presence.AWAY);
    away.onIdle(Duration.ZERO);
    assertThat(presence.get()).isEqualTo(Presence.ONLINE);
  }

  @Test
  void whatThePersonChoseStays() {
    for (Presence choice : new Presence[] {Presence.BUSY, Presence.AWAY}) {
      presence.set(choice);
      away.onIdle(LONG);
      assertThat(presence.get()).isEqualTo(choice);
      away.onIdle(Duration.ZERO);
      assertThat(presence.get()).isEqualTo(choice);
    }
  }

  @Test
  void aChoiceMadeWhileAwayIsNotTakenBack() {
    away.onIdle(LONG);
    presence.set(Presence.BUSY);
    away.onIdle(Duration.ZERO);
    assertThat(presence.get()).isEqualTo(Presence.BUSY);
    presence.set(Presence.AWAY);
    away.onIdle(Duration.ZERO);
    assertThat(presence.get()).isEqualTo(Presence.AWAY);
  }

  @Test
  void itLooksWhenItMayBeTimeAndNeverMoreOftenThanEveryTenSeconds() {
    assertThat(away.nextLook(Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
    assertThat(away.nextLook(Duration.ofMinutes(4))).isEqualTo(Duration.ofMinutes(1));
    assertThat(away.nextLook(Duration.ofSeconds(299))).isEqualTo(Duration.ofSeconds(10));
    assertThat(away.nextLook(LONG)).isEqualTo(Duration.ofSeconds(10));
  }
}
