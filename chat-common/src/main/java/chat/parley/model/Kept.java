package chat.parley.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person keeps on the server for all their devices: a draft, what they want of a
 * room. The last one put counts.
 *
 * @param key what it is, see docs/PROTOCOL.md; 1 to {@value #KEY_MAX} visible ASCII characters
 * @param value text, mostly JSON; null when it was taken away
 * @param version counts up by one with everything this person keeps or takes away; 0 on the way to
 *     the server
 */
public record Kept(String key, @Nullable String value, long version) {
  public static final int KEY_MAX = 160;

  /** In UTF-16 units: room for a draft of the longest message, escaped. */
  public static final int VALUE_MAX = 20_000;

  /** How many things one person may keep. */
  public static final int MOST = 4_000;

  /** A sentence about what is wrong with it, or empty when it may be kept. */
  public Optional<String> problem() {
    boolean visible = key.chars().allMatch(c -> c >= '!' && c <= '~');
    if (key.isEmpty() || key.length() > KEY_MAX || !visible) {
      return Optional.of("A key has 1 to " + KEY_MAX + " visible ASCII characters.");
    }
    if (value != null && value.length() > VALUE_MAX) {
      return Optional.of("What is kept has at most " + VALUE_MAX + " characters.");
    }
    return Optional.empty();
  }
}
