package chat.parley.desktop.viewmodel.completion;

import java.text.Normalizer;
import java.util.Locale;

/** Text as people compare it who have no time for accents and capitals. */
final class Folded {
  private Folded() {}

  static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * How well a name fits what was typed: 0 when it begins so, 1 when one of its words does, -1 when
   * it does not fit. Both are folded.
   */
  static int rank(String name, String query) {
    if (name.startsWith(query)) {
      return 0;
    }
    for (int i = 1; i < name.length(); i++) {
      boolean begins = !Character.isLetterOrDigit(name.charAt(i - 1));
      if (begins && name.startsWith(query, i)) {
        return 1;
      }
    }
    return -1;
  }
}
