package chat.parley.desktop.viewmodel.text;

/**
 * A place between two characters of a message as it is shown.
 *
 * @param piece counts the pieces that stand one below the other, from 0
 * @param offset how many characters of the piece stand before it; an emoji's picture is one
 */
public record Spot(int piece, int offset) implements Comparable<Spot> {
  public static final Spot START = new Spot(0, 0);

  @Override
  public int compareTo(Spot other) {
    return piece != other.piece
        ? Integer.compare(piece, other.piece)
        : Integer.compare(offset, other.offset);
  }
}
