package chat.parley.protocol;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is kept out, as a server says it in one sentence and a client reads it who says it
 * in another language.
 *
 * @param until day, month, hour and minute on the server's clock; null for ever
 * @param reason in the words of who did it; may be empty
 */
public record BanNotice(@Nullable TemporalAccessor until, String reason) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);
  private static final String FOR_EVER =
      "You may not come in here any more. Ask the people who run this server.";
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?s)(?:"
              + Pattern.quote(FOR_EVER)
              + "|You may not come in here until (.+?)\\.)"
              + "(?: Reason: (.*))?");

  /**
   * @param until epoch milliseconds; {@link Long#MAX_VALUE} for ever
   */
  public static BanNotice of(long until, String reason, ZoneId zone) {
    return new BanNotice(
        until == Long.MAX_VALUE ? null : Instant.ofEpochMilli(until).atZone(zone), reason);
  }

  public String sentence() {
    String sentence =
        until == null ? FOR_EVER : "You may not come in here until " + TIME.format(until) + ".";
    return reason.isEmpty() ? sentence : sentence + " Reason: " + reason;
  }

  /** Empty when it is another sentence. */
  public static Optional<BanNotice> read(String sentence) {
    Matcher parts = SENTENCE.matcher(sentence);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String reason = parts.group(2) == null ? "" : parts.group(2);
    try {
      String time = parts.group(1);
      return Optional.of(new BanNotice(time == null ? null : TIME.parse(time), reason));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // of a server that says it otherwise
    }
  }
}
