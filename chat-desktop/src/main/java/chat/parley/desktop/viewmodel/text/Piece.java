package chat.parley.desktop.viewmodel.text;

import java.util.Map;

/**
 * A paragraph, or a block of code, as it is drawn.
 *
 * @param gap what parts it from the piece before it
 * @param marker what stands before it when it begins an item of a list; else empty
 * @param drawn its characters; {@link #PICTURE} for an emoji that is drawn as a picture
 * @param pictures the emoji by their place in {@code drawn}
 */
public record Piece(String gap, String marker, String drawn, Map<Integer, String> pictures) {
  public static final char PICTURE = '\uFFFC';

  public Piece {
    pictures = Map.copyOf(pictures);
  }

  /** A part of it as plain text; what lies beyond its end is left out. */
  String text(int from, int to) {
    int start = Math.min(from, drawn.length());
    int end = Math.clamp(to, start, drawn.length());
    if (pictures.isEmpty()) {
      return drawn.substring(start, end);
    }
    StringBuilder text = new StringBuilder();
    for (int i = start; i < end; i++) {
      String picture = pictures.get(i);
      if (picture == null) {
        text.append(drawn.charAt(i));
      } else {
        text.append(picture);
      }
    }
    return text.toString();
  }
}
