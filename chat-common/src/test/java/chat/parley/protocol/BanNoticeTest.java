package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.junit.jupiter.api.Test;

class BanNoticeTest {
  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final long NOON =
      LocalDateTime.of(2026, 11, 3, 12, 5).toInstant(ZoneOffset.UTC).toEpochMilli();

  @Test
  void saysUntilWhenAndWhyInOneSentence() {
    assertThat(BanNotice.of(NOON, "Advertising.\nTwice.", ZONE).sentence())
        .isEqualTo(
            "You may not come in here until 3 November, 12:05. Reason: Advertising.\nTwice.");
    assertThat(BanNotice.of(Long.MAX_VALUE, "", ZONE).sentence())
        .isEqualTo("You may not come in here any more. Ask the people who run this server.");
  }

  @Test
  void whatWasSaidIsUnderstood() {
    BanNotice timed = BanNotice.read(BanNotice.of(NOON, "Spam", ZONE).sentence()).orElseThrow();
    assertThat(timed.until().get(ChronoField.DAY_OF_MONTH)).isEqualTo(3);
    assertThat(timed.until().get(ChronoField.MONTH_OF_YEAR)).isEqualTo(11);
    assertThat(timed.until().get(ChronoField.MINUTE_OF_DAY)).isEqualTo(12 * 60 + 5);
    assertThat(timed.reason()).isEqualTo("Spam");
    BanNotice forEver =
        BanNotice.read(BanNotice.of(Long.MAX_VALUE, "", ZONE).sentence()).orElseThrow();
    assertThat(forEver.until()).isNull();
    assertThat(forEver.reason()).isEmpty();
  }

  @Test
  void anotherSentenceIsNotTakenForOne() {
    assertThat(BanNotice.read("You may not come in here until tomorrow.")).isEmpty();
    assertThat(BanNotice.read("No.")).isEmpty();
  }
}
