package chat.parley.client;

import static chat.parley.client.Talk.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.Event;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomLogTest {

  /** The log has applied up to 10; numbers with a space between. */
  @ParameterizedTest
  @CsvSource({
    "11 12 13, 11 12 13, false",
    "10 11 11 12, 11 12, false",
    "9 1 10, '', false",
    "12, '', true",
    "13 12 11, 11 12 13, false",
    "12 11 14, 11 12, true",
    "12 12 14 11 13, 11 12 13 14, false",
    "15 11 12 16, 11 12, true"
  })
  void onlyTheNextOneIsApplied(String arrive, String applied, boolean hole) {
    var log = new RoomLog(10, true);
    numbers(arrive).forEach(seq -> log.arrived(Talk.message(LOBBY, seq)));
    assertThat(log.takeFresh()).extracting(Event.RoomEvent::seq).isEqualTo(numbers(applied));
    assertThat(log.hasHole()).isEqualTo(hole);
  }

  @Test
  void anEventOfAnUnknownKindTakesItsPlace() {
    var log = new RoomLog(0, false);
    log.arrived(new Event.Unrecognized(LOBBY, 1, 5, "sung"));
    log.arrived(Talk.message(LOBBY, 2));
    assertThat(log.cursor()).isEqualTo(2);
    assertThat(log.takeFresh()).hasSize(2);
  }

  @Test
  void beyondTwoHundredNothingMoreIsHeldButTheHoleIsRemembered() {
    var log = new RoomLog(0, true);
    for (long seq = 2; seq <= 500; seq++) {
      log.arrived(Talk.message(LOBBY, seq));
    }
    log.arrived(Talk.message(LOBBY, 1));
    assertThat(log.cursor()).isEqualTo(1 + RoomLog.MAX_HELD);
    assertThat(log.hasHole()).isTrue();
  }

  private static List<Long> numbers(String text) {
    return Arrays.stream(text.split(" ")).filter(s -> !s.isEmpty()).map(Long::valueOf).toList();
  }
}
