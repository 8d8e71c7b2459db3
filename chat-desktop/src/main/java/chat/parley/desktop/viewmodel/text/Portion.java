package chat.parley.desktop.viewmodel.text;

import chat.parley.model.SearchWords.Span;
import java.util.ArrayList;
import java.util.List;

/** Characters that stand together, of which all are pointed out or none. */
public record Portion(String text, boolean found) {
  /**
   * Cuts a part of a piece where what is pointed out begins and ends.
   *
   * @param at how many characters of the piece stand before the part
   * @param found what is pointed out of the piece, from its start to its end
   */
  public static List<Portion> of(String text, int at, List<Span> found) {
    var portions = new ArrayList<Portion>();
    int done = 0;
    for (Span span : found) {
      int start = Math.clamp(span.start() - at, done, text.length());
      int end = Math.clamp(span.end() - at, start, text.length());
      add(portions, text.substring(done, start), false);
      add(portions, text.substring(start, end), true);
      done = end;
    }
    add(portions, text.substring(done), false);
    return portions;
  }

  private static void add(List<Portion> portions, String text, boolean found) {
    if (!text.isEmpty()) {
      portions.add(new Portion(text, found));
    }
  }
}
