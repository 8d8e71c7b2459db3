package chat.parley.server.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a sentence says until when somebody may not write. */
final class MutedUntil {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

  private MutedUntil() {}

  /**
   * @param until epoch milliseconds
   */
  static String words(long until) {
    return WORDS.format(Instant.ofEpochMilli(until).atZone(ZoneId.systemDefault()));
  }
}
