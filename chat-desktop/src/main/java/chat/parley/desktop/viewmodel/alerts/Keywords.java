package chat.parley.desktop.viewmodel.alerts;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words a person wants to be told of. They are found as whole words, in any case, with or without
 * accents, in full or half width.
 */
public final class Keywords {
  /** More, or longer ones, are a mistake; looking for them would cost every message. */
  static final int MOST = 100;

  private static final int LONGEST = 100;

  /** Marks that change a letter, and characters that nobody sees. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]+");

  /** Written without spaces: a word ends where no reader of a program can tell. */
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private final List<String> words;

  public Keywords(List<String> words) {
    this.words =
        words.stream()
            .map(word -> fold(word).strip())
            .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
            .distinct()
            .limit(MOST)
            .toList();
  }

  /** Whether one of the words stands in the text. */
  public boolean in(String text) {
    if (words.isEmpty()) {
      return false;
    }
    String folded = fold(text);
    return words.stream().anyMatch(word -> stands(word, folded));
  }

  private static boolean stands(String word, String text) {
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean begins = at == 0 || parted(text.codePointBefore(at), word.codePointAt(0));
      boolean ends =
          end == text.length()
              || parted(text.codePointAt(end), word.codePointBefore(word.length()));
      if (begins && ends) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  /** Whether a word may end between these two. */
  private static boolean parted(int outside, int edge) {
    return !partOfWord(outside) || !partOfWord(edge) || withoutSpaces(edge);
  }

  private static boolean partOfWord(int point) {
    return Character.isLetterOrDigit(point) || point == '_';
  }

  private static boolean withoutSpaces(int point) {
    return WITHOUT_SPACES.contains(UnicodeScript.of(point));
  }

  /** Upper case first: so the German sharp s and its two-letter form are the same. */
  private static String fold(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String bare = UNSEEN.matcher(apart).replaceAll("");
    return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
