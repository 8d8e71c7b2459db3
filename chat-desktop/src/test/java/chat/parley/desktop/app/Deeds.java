package chat.parley.desktop.app;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much somebody had to do.
 *
 * @param words that were typed
 * @param keys besides; some that are pressed together are one
 */
record Deeds(int clicks, int words, int keys) {
  private static final Pattern LINE =
      Pattern.compile("(\\d+) clicks, (\\d+) words, (\\d+) other keys");

  /** Whether somebody has said what they did. */
  static boolean areIn(List<String> lines) {
    return lines.stream().anyMatch(line -> LINE.matcher(line).matches());
  }

  /** The last that were said in those lines. */
  static Deeds in(List<String> lines) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(line -> new Deeds(number(line, 1), number(line, 2), number(line, 3)))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static int number(Matcher line, int group) {
    return Integer.parseInt(line.group(group));
  }

  Deeds plus(Deeds other) {
    return new Deeds(clicks + other.clicks, words + other.words, keys + other.keys);
  }

  /** As {@link #in} reads it. */
  @Override
  public String toString() {
    return clicks + " clicks, " + words + " words, " + keys + " other keys";
  }
}
