package chat.parley.desktop.view.timeline;

import chat.parley.desktop.viewmodel.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times of day and dates as this computer writes them; never "two minutes ago". */
public final class Times {
  private final Clock clock;
  private final DateTimeFormatter time;
  private final DateTimeFormatter shortTime;
  private final DateTimeFormatter full;
  private final DateTimeFormatter day;
  private final DateTimeFormatter shortDay;

  /**
   * @param clock gives the time zone, and tells which day is today
   */
  public Times(Clock clock) {
    Locale locale = Locale.getDefault(Locale.Category.FORMAT);
    this.clock = clock;
    time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    shortTime = DateTimeFormatter.ofPattern(withoutHalfOfDay(locale), locale);
    full =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
            .withLocale(locale);
    shortDay = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
  }

  long now() {
    return clock.millis();
  }

  String time(long at) {
    return time.format(zoned(at));
  }

  /** The time of day, and the date when it was not today. */
  public String recent(long at) {
    boolean today = zoned(at).toLocalDate().equals(LocalDate.now(clock));
    return today ? time(at) : shortDay.format(zoned(at)) + ", " + time(at);
  }

  /** Hours and minutes only, for where there is little room. */
  String shortTime(long at) {
    return shortTime.format(zoned(at));
  }

  public String full(long at) {
    return full.format(zoned(at));
  }

  String day(LocalDate date) {
    LocalDate today = LocalDate.now(clock);
    if (date.equals(today)) {
      return Texts.of("view.day.today");
    }
    return date.equals(today.minusDays(1)) ? Texts.of("view.day.yesterday") : day.format(date);
  }

  private ZonedDateTime zoned(long at) {
    return Instant.ofEpochMilli(at).atZone(clock.getZone());
  }

  private static String withoutHalfOfDay(Locale locale) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale)
        .replaceAll("[aB\\h]", "")
        .strip();
  }
}
