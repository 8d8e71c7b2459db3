package chat.parley.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody says across a room so that another one finds the same server: the first three words
 * of its key. It is no proof, since a key with the same three words is soon made; it is enough to
 * tell the servers of one network apart.
 *
 * @param words three, with a space between them, in lower case
 */
public record ShortCode(String words) {
  private static final int WORDS = 3;

  public ShortCode {
    if (!isCode(List.of(words.split(" ", -1)))) {
      throw new IllegalArgumentException("A code is three of the words of which keys are made.");
    }
  }

  /** The one of the server with that key. */
  public static ShortCode of(Fingerprint key) {
    return new ShortCode(String.join(" ", Arrays.asList(key.words().split(" ")).subList(0, WORDS)));
  }

  /**
   * Reads what people type: in any case, with spaces or commas between the words. Empty for
   * whatever else it is, and no name of a computer is a code, since none has a space in it.
   */
  public static Optional<ShortCode> parse(String typed) {
    List<String> words =
        List.of(typed.strip().toLowerCase(Locale.ROOT).split("[\\s,]+", WORDS + 1));
    return isCode(words) ? Optional.of(new ShortCode(String.join(" ", words))) : Optional.empty();
  }

  private static boolean isCode(List<String> words) {
    return words.size() == WORDS && PlainWords.all().containsAll(words);
  }

  @Override
  public String toString() {
    return words;
  }
}
