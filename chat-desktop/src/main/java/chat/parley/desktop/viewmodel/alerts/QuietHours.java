package chat.parley.desktop.viewmodel.alerts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours in which nothing disturbs, by the clock on the wall: when clocks are put forward or back,
 * they begin and end at the same reading of it as on any other day.
 *
 * @param from included
 * @param to not included; before {@code from} when the span ends on the next day, the same as
 *     {@code from} for a whole day
 * @param days on which a span begins
 */
public record QuietHours(boolean on, LocalTime from, LocalTime to, Set<DayOfWeek> days) {
  public static final QuietHours OFF =
      new QuietHours(false, LocalTime.of(20, 0), LocalTime.of(7, 0), everyDay());

  public QuietHours {
    days = Set.copyOf(days);
  }

  public static Set<DayOfWeek> everyDay() {
    return EnumSet.allOf(DayOfWeek.class);
  }

  public boolean contain(LocalDateTime moment) {
    LocalDate today = moment.toLocalDate();
    return on && (spanOf(today, moment) || spanOf(today.minusDays(1), moment));
  }

  /** Whether the span that begins on that day holds the moment. */
  private boolean spanOf(LocalDate day, LocalDateTime moment) {
    LocalDateTime begins = day.atTime(from);
    LocalDateTime ends = (from.isBefore(to) ? day : day.plusDays(1)).atTime(to);
    return days.contains(day.getDayOfWeek()) && !moment.isBefore(begins) && moment.isBefore(ends);
  }
}
