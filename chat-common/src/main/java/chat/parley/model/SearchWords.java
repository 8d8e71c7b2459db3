package chat.parley.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody looks for, and whether a text has it. A text is found when it has every word,
 * anywhere, in the middle of others too: parts of numbers, addresses and words of languages that
 * put no spaces are found. Capitals and accents make no difference. Server and clients search by
 * this one rule, so that the same is found with and without a connection.
 *
 * @param words folded, see {@link #fold}; each is there once, none is empty
 */
public record SearchWords(List<String> words) {
  /** Characters that a query may have. */
  public static final int MAX_CHARS = 256;

  /** Words beyond these are not looked for: each costs a look at every text. */
  private static final int MOST_WORDS = 16;

  private static final char QUOTE = '"';

  /** A piece of a text, in UTF-16 units; the end is behind it. */
  public record Span(int start, int end) {}

  public SearchWords {
    words = List.copyOf(words);
  }

  /** Words are parted by white space; what stands between quotes is one word. */
  public static SearchWords of(String query) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == QUOTE) {
        quoted = !quoted;
      }
      if (c == QUOTE || (!quoted && Character.isWhitespace(c))) {
        add(words, word);
      } else {
        word.append(c);
      }
    }
    add(words, word);
    return new SearchWords(words.stream().distinct().limit(MOST_WORDS).toList());
  }

  private static void add(List<String> words, StringBuilder word) {
    String folded = fold(word.toString().strip());
    if (!folded.isEmpty()) {
      words.add(folded);
    }
    word.setLength(0);
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** What of a message can be found: its text, and its files by their names. */
  public static String searchable(String body, List<Attachment> files) {
    if (files.isEmpty()) {
      return body;
    }
    var text = new StringBuilder(body);
    files.forEach(file -> text.append('\n').append(file.name()));
    return text.toString();
  }

  public boolean areIn(String text) {
    String folded = fold(text);
    return words.stream().allMatch(folded::contains);
  }

  /** Where the words stand in a text, from its start to its end; those that touch are one. */
  public List<Span> spansIn(String text) {
    var folded = new Folded(text);
    boolean[] hit = new boolean[text.length()];
    for (String word : words) {
      for (int at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1)) {
        Arrays.fill(hit, folded.from(at), folded.until(at + word.length() - 1), true);
      }
    }
    var spans = new ArrayList<Span>();
    for (int i = 0; i < hit.length; i++) {
      if (hit[i]) {
        int start = i;
        while (i < hit.length && hit[i]) {
          i++;
        }
        spans.add(new Span(start, i));
      }
    }
    return spans;
  }

  /** The text without what makes no difference: capitals, accents and ways to write one letter. */
  public static String fold(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    return plain == text.length() ? text : new Folded(text).text.toString();
  }

  private static boolean isPlain(char c) {
    return c < 0x80 && (c < 'A' || c > 'Z');
  }

  /** A folded text that knows which unit of the first one each of its own came from. */
  private static final class Folded {
    private final StringBuilder text;
    private final String first;
    private int[] origins;

    Folded(String first) {
      this.first = first;
      text = new StringBuilder(first.length());
      origins = new int[first.length() + 1];
      int codePoint;
      for (int i = 0; i < first.length(); i += Character.charCount(codePoint)) {
        codePoint = first.codePointAt(i);
        add(i, codePoint);
      }
    }

    private void add(int origin, int codePoint) {
      if (codePoint < 0x80) {
        append(origin, (char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint));
        return;
      }
      // By upper case alone the sharp s and the final sigma meet their other forms; and the capital
      // sharp s is one more form, which only lower case leads there.
      String parts =
          decomposed(
              decomposed(Character.toString(codePoint))
                  .toLowerCase(Locale.ROOT)
                  .toUpperCase(Locale.ROOT)
                  .toLowerCase(Locale.ROOT));
      for (int i = 0; i < parts.length(); i++) {
        char part = parts.charAt(i);
        if (!isAccent(part)) {
          append(origin, part);
        }
      }
    }

    private static String decomposed(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    /** Marks of Latin, Greek and Cyrillic letters; elsewhere a mark makes another letter. */
    private static boolean isAccent(char c) {
      return c >= '\u0300' && c <= '\u036f';
    }

    private void append(int origin, char c) {
      if (text.length() == origins.length) {
        origins = Arrays.copyOf(origins, 2 * origins.length);
      }
      origins[text.length()] = origin;
      text.append(c);
    }

    int from(int at) {
      return origins[at];
    }

    /** Behind the letter that this unit belongs to, and behind its accents. */
    int until(int at) {
      int end = origins[at] + Character.charCount(first.codePointAt(origins[at]));
      while (end < first.length() && isAccent(first.charAt(end))) {
        end++;
      }
      return end;
    }
  }
}
