package chat.parley.server.file;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them. */
public final class Sizes {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,12}) ?(|B|[KMGT](?:i?B)?)", Pattern.CASE_INSENSITIVE);
  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  private static final String LETTERS = "BKMGT";

  private Sizes() {}

  /**
   * Bytes of something like {@code 500}, {@code 100M} or {@code 2 GiB}; a K is 1,024.
   *
   * @throws IllegalArgumentException with one sentence for a person
   */
  public static long parse(String written) {
    Matcher size = WRITTEN.matcher(written.strip());
    if (!size.matches()) {
      throw new IllegalArgumentException(
          "A size is a number with K, M, G or T, such as 100M, not \"" + written + "\".");
    }
    String unit = size.group(2).toUpperCase(Locale.ROOT);
    int power = unit.isEmpty() ? 0 : LETTERS.indexOf(unit.charAt(0));
    try {
      return Math.multiplyExact(Long.parseLong(size.group(1)), 1L << 10 * power);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("\"" + written + "\" is more than any disk has.", e);
    }
  }

  /** In the largest unit of which there is at least one. */
  static String words(long bytes) {
    int unit = 0;
    long count = bytes;
    while (count >= 1024 && unit < UNITS.length - 1) {
      count /= 1024;
      unit++;
    }
    return count + " " + UNITS[unit];
  }
}
