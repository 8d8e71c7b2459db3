package chat.parley.desktop.view.dialog;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.people.StatusModel.Expiry;
import chat.parley.model.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Until when a status holds, in words. */
final class StatusWords {
  private StatusWords() {}

  static String of(Expiry expiry) {
    return Texts.of(
        switch (expiry) {
          case HALF_HOUR -> "view.status.expiry.halfHour";
          case HOUR -> "view.status.expiry.hour";
          case FOUR_HOURS -> "view.status.expiry.fourHours";
          case TODAY -> "view.status.expiry.today";
          case NEVER -> "view.status.expiry.never";
        });
  }

  /** Empty when it has no end. */
  static String until(Status status, ZoneId zone) {
    if (status.until() == 0) {
      return "";
    }
    Locale locale = Locale.getDefault(Locale.Category.FORMAT);
    ZonedDateTime end = Instant.ofEpochMilli(status.until()).atZone(zone);
    boolean midnight = end.toLocalTime().toSecondOfDay() == 0;
    DateTimeFormatter format =
        midnight
            ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
    ZonedDateTime said = midnight ? end.minusDays(1) : end;
    return Texts.of("view.status.until", format.withLocale(locale).format(said));
  }
}
