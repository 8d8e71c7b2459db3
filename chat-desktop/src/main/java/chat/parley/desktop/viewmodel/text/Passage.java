package chat.parley.desktop.viewmodel.text;

import chat.parley.model.SearchWords;
import chat.parley.model.SearchWords.Span;
import java.text.BreakIterator;
import java.util.List;

/**
 * The text of a message as it is shown, in the pieces that stand one below the other: what can be
 * selected of it, and what is copied then.
 *
 * @param pieces in the order in which a view shows them
 * @param whole what was written, when the pieces are only the beginning of it; else empty
 */
public record Passage(List<Piece> pieces, String whole) {
  /** A message that shows no text. */
  public static final Passage NONE = new Passage(List.of(), "");

  public Passage {
    pieces = List.copyOf(pieces);
  }

  /**
   * @param body as it was written
   */
  public static Passage of(RichText text, String body) {
    return new Passage(new PassageReader().read(text.blocks()), text.cut() ? body : "");
  }

  /** Where the words stand in each piece, by the rule of the search. */
  public List<List<Span>> found(SearchWords words) {
    return pieces.stream().map(piece -> words.spansIn(piece.drawn())).toList();
  }

  public Spot end() {
    return pieces.isEmpty()
        ? Spot.START
        : new Spot(pieces.size() - 1, pieces.getLast().drawn().length());
  }

  public Stretch all() {
    return new Stretch(Spot.START, end());
  }

  /** The word, or what stands between two words, to which the character after the spot belongs. */
  public Stretch wordAt(Spot spot) {
    if (pieces.isEmpty() || piece(spot).drawn().isEmpty()) {
      return Stretch.at(spot);
    }
    String drawn = piece(spot).drawn();
    int at = Math.min(spot.offset(), drawn.length() - 1);
    if (drawn.charAt(at) == '\n' && at > 0) {
      at--; // Who points behind the end of a line means its last word.
    }
    BreakIterator words = BreakIterator.getWordInstance();
    words.setText(drawn);
    int end = words.following(at);
    return new Stretch(new Spot(spot.piece(), words.previous()), new Spot(spot.piece(), end));
  }

  public Stretch pieceAt(Spot spot) {
    int length = pieces.isEmpty() ? 0 : piece(spot).drawn().length();
    return new Stretch(new Spot(spot.piece(), 0), new Spot(spot.piece(), length));
  }

  /** The spot, or the one before the letter it would cut: what is drawn as one is taken as one. */
  public Spot whole(Spot spot) {
    if (pieces.isEmpty()) {
      return spot;
    }
    String drawn = piece(spot).drawn();
    int at = Math.min(spot.offset(), drawn.length());
    BreakIterator letters = BreakIterator.getCharacterInstance();
    letters.setText(drawn);
    return new Spot(spot.piece(), letters.isBoundary(at) ? at : letters.preceding(at));
  }

  /** As plain text; a part that is all there is of a cut text stands for all of it. */
  public String textOf(Stretch part) {
    boolean all = part.equals(all());
    if (all && !whole.isEmpty()) {
      return whole;
    }
    StringBuilder text = new StringBuilder();
    int last = Math.min(part.to().piece(), pieces.size() - 1);
    for (int i = part.from().piece(); i <= last; i++) {
      Piece piece = pieces.get(i);
      boolean first = i == part.from().piece();
      int from = first ? part.from().offset() : 0;
      int to = i == part.to().piece() ? part.to().offset() : piece.drawn().length();
      if (!first) {
        text.append(piece.gap());
      }
      if (from == 0 && !(first && i == part.to().piece())) {
        text.append(piece.marker()); // A word of an item is copied without its bullet.
      }
      text.append(piece.text(from, to));
    }
    return text.toString();
  }

  /** All that is shown of it as plain text. */
  public String read() {
    return new Passage(pieces, "").textOf(all());
  }

  private Piece piece(Spot spot) {
    return pieces.get(Math.min(spot.piece(), pieces.size() - 1));
  }
}
