package chat.parley.desktop.viewmodel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Monday is 5 October 2026. */
class QuietHoursTest {
  private static final Set<DayOfWeek> ALL = QuietHours.everyDay();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void anHourOfTheSameDayIsQuietFromItsFirstMinuteToTheLastBeforeItsEnd() {
    QuietHours lunch = hours("12:00", "13:00", ALL);
    check(lunch, "2026-10-05T11:59:59", false);
    check(lunch, "2026-10-05T12:00:00", true);
    check(lunch, "2026-10-05T12:59:59", true);
    check(lunch, "2026-10-05T13:00:00", false);
  }

  @Test
  void aNightGoesOverMidnight() {
    QuietHours night = hours("20:00", "07:00", ALL);
    check(night, "2026-10-05T19:59:00", false);
    check(night, "2026-10-05T20:00:00", true);
    check(night, "2026-10-06T00:00:00", true);
    check(night, "2026-10-06T06:59:00", true);
    check(night, "2026-10-06T07:00:00", false);
  }

  @Test
  void aNightBelongsToTheDayOnWhichItBegins() {
    QuietHours friday = hours("20:00", "07:00", Set.of(DayOfWeek.FRIDAY));
    check(friday, "2026-10-09T06:00:00", false);
    check(friday, "2026-10-09T21:00:00", true);
    check(friday, "2026-10-10T06:00:00", true);
    check(friday, "2026-10-10T21:00:00", false);
  }

  @Test
  void theSameTimeTwiceIsAWholeDay() {
    QuietHours sunday = hours("00:00", "00:00", Set.of(DayOfWeek.SUNDAY));
    check(sunday, "2026-10-10T23:59:00", false);
    check(sunday, "2026-10-11T00:00:00", true);
    check(sunday, "2026-10-11T23:59:00", true);
    check(sunday, "2026-10-12T00:00:00", false);
  }

  @Test
  void offIsNever() {
    assertThat(QuietHours.OFF.contain(LocalDateTime.parse("2026-10-05T23:00:00"))).isFalse();
  }

  /** In the night to 25 October 2026 the hour from two to three comes twice. */
  @Test
  void whenClocksGoBackBothReadingsOfAnHourAreTheSame() {
    QuietHours night = hours("22:00", "02:30", ALL);
    check(night, "2026-10-25T00:29:00Z", BERLIN, true); // 02:29, summer
    check(night, "2026-10-25T00:30:00Z", BERLIN, false); // 02:30, summer
    check(night, "2026-10-25T01:29:00Z", BERLIN, true); // 02:29, winter
    check(night, "2026-10-25T01:30:00Z", BERLIN, false);
    check(night, "2026-10-25T02:30:00Z", BERLIN, false);
  }

  /** In the night to 28 March 2027 there is no time between two and three. */
  @Test
  void whenClocksGoForwardASpanThatEndsInTheGapEndsAtItsEdge() {
    QuietHours night = hours("22:00", "02:30", ALL);
    check(night, "2027-03-28T00:59:00Z", BERLIN, true); // 01:59
    check(night, "2027-03-28T01:00:00Z", BERLIN, false); // 03:00
    QuietHours late = hours("02:30", "06:00", ALL);
    check(late, "2027-03-28T00:59:00Z", BERLIN, false);
    check(late, "2027-03-28T01:00:00Z", BERLIN, true);
  }

  private static QuietHours hours(String from, String to, Set<DayOfWeek> days) {
    return new QuietHours(true, LocalTime.parse(from), LocalTime.parse(to), days);
  }

  private static void check(QuietHours hours, String local, boolean quiet) {
    assertThat(hours.contain(LocalDateTime.parse(local))).as(local).isEqualTo(quiet);
  }

  private static void check(QuietHours hours, String instant, ZoneId zone, boolean quiet) {
    var local = LocalDateTime.ofInstant(Instant.parse(instant), zone);
    assertThat(hours.contain(local)).as("%s is %s", instant, local).isEqualTo(quiet);
  }
}
