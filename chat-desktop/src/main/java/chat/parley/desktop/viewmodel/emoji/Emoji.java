package chat.parley.desktop.viewmodel.emoji;

import java.util.List;
import java.util.Map;

/**
 * An emoji as people choose it, in all its skin tones.
 *
 * @param text the characters of the one without a tone
 * @param shortNames what stands between colons, the usual one first
 * @param name in words, lower case
 * @param words more words to find it by, with a space between
 * @param toned the characters by tones: "1" to "5", or two digits where there are two people
 */
public record Emoji(
    String text,
    List<String> shortNames,
    EmojiCategory category,
    String name,
    String words,
    Map<String, String> toned) {
  public Emoji {
    shortNames = List.copyOf(shortNames);
    toned = Map.copyOf(toned);
  }

  /** The characters in that tone; those without one when there is no such form. */
  public String in(SkinTone tone) {
    String digit = Integer.toString(tone.ordinal());
    String one = toned.get(digit);
    return one == null ? toned.getOrDefault(digit + digit, text) : one;
  }

  /** For example {@code :tada:}. */
  public String code() {
    return ":" + shortNames.getFirst() + ":";
  }
}
