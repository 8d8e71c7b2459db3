package chat.parley.desktop.viewmodel.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, taken apart. Quotes hold together what has spaces, in a filter too; what begins
 * with a quote is looked for as it is.
 *
 * @param words what messages shall have, as it was typed
 * @param terms the filters that say something, in the order typed
 */
record Query(String words, List<Term> terms) {
  record Term(Filter filter, String value) {}

  /**
   * A word as it stands in what was typed.
   *
   * @param filter null when it is none
   * @param value what follows its colon, without quotes; of other words, all of it
   */
  record Part(int start, int end, @Nullable Filter filter, String value) {}

  Query {
    terms = List.copyOf(terms);
  }

  static Query of(String typed) {
    var words = new StringBuilder();
    var terms = new ArrayList<Term>();
    for (Part part : parts(typed)) {
      if (part.filter() == null) {
        words.append(words.isEmpty() ? "" : " ").append(typed, part.start(), part.end());
      } else if (!part.value().isEmpty()) {
        terms.add(new Term(part.filter(), part.value()));
      }
    }
    return new Query(words.toString(), terms);
  }

  /** The word at which the caret is, or an empty one. */
  static Part partAt(String typed, int caret) {
    return parts(typed).stream()
        .filter(part -> part.start() <= caret && caret <= part.end())
        .reduce((_, last) -> last)
        .orElse(new Part(caret, caret, null, ""));
  }

  private static List<Part> parts(String typed) {
    var parts = new ArrayList<Part>();
    int start = -1;
    boolean quoted = false;
    for (int i = 0; i <= typed.length(); i++) {
      boolean over = i == typed.length() || !quoted && Character.isWhitespace(typed.charAt(i));
      if (over && start >= 0) {
        parts.add(part(typed, start, i));
        start = -1;
      } else if (!over) {
        quoted ^= typed.charAt(i) == '"';
        start = start < 0 ? i : start;
      }
    }
    return parts;
  }

  private static Part part(String typed, int start, int end) {
    String word = typed.substring(start, end);
    int mark = word.indexOf(Filter.MARK);
    Filter filter = mark < 0 ? null : Filter.of(word.substring(0, mark));
    String value = filter == null ? word : word.substring(mark + 1).replace("\"", "").strip();
    return new Part(start, end, filter, value);
  }
}
