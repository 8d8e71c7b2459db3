package chat.parley.desktop.viewmodel.search;

import chat.parley.desktop.viewmodel.text.RichTexts;
import chat.parley.model.SearchWords;
import chat.parley.model.SearchWords.Span;
import java.util.List;

/**
 * The part of a text in which words were found, in one line.
 *
 * @param marks where the words stand in it
 */
public record Excerpt(String text, List<Span> marks) {
  /** More is not read in a list. */
  private static final int MOST = 280;

  /** So much stands before the first word that was found. */
  private static final int BEFORE = 80;

  private static final String CUT = "…";

  public Excerpt {
    marks = List.copyOf(marks);
  }

  static Excerpt of(String text, SearchWords words) {
    String line = text.strip().replace('\n', ' ').replace('\t', ' ');
    List<Span> all = words.spansIn(line);
    if (line.length() <= MOST) {
      return new Excerpt(line, all);
    }
    int first = all.isEmpty() ? 0 : all.getFirst().start();
    int start = first <= BEFORE ? 0 : wordAfter(line, first - BEFORE, first);
    int end = whole(line, Math.min(line.length(), start + MOST));
    String cut =
        (start > 0 ? CUT : "") + line.substring(start, end) + (end < line.length() ? CUT : "");
    return new Excerpt(cut, words.spansIn(cut));
  }

  /** Of the text of a message, as it is read: without the marks it was written with. */
  static Excerpt ofMessage(String body, SearchWords words, RichTexts texts) {
    String read = texts.passage(body).read();
    boolean hidden = words.spansIn(read).isEmpty() && !words.spansIn(body).isEmpty();
    return of(hidden ? body : read, words); // In the address of a link, for example.
  }

  /** Where a word begins, between the two places. */
  private static int wordAfter(String line, int from, int to) {
    int space = line.indexOf(' ', from);
    return whole(line, space >= 0 && space < to ? space + 1 : from);
  }

  /** Letters of two halves are not cut. */
  private static int whole(String line, int at) {
    return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
  }
}
