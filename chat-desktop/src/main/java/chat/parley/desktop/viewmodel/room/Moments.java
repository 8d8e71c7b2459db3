package chat.parley.desktop.viewmodel.room;

import chat.parley.desktop.viewmodel.outside.Surroundings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Points in time inside a sentence. */
final class Moments {
  private Moments() {}

  /**
   * The time of day, and the date when it is not today.
   *
   * @param at epoch milliseconds
   */
  static String recent(long at, Surroundings around) {
    ZonedDateTime when = Instant.ofEpochMilli(at).atZone(around.zone());
    LocalDate today = around.clock().instant().atZone(around.zone()).toLocalDate();
    DateTimeFormatter format =
        when.toLocalDate().equals(today)
            ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    return format.withLocale(Locale.getDefault(Locale.Category.FORMAT)).format(when);
  }
}
