package chat.parley.desktop.platform;

/**
 * A square picture.
 *
 * @param argb row by row, not multiplied by alpha; {@code size * size} of them, not to be changed
 */
public record Pixels(int size, int[] argb) {
  public Pixels {
    if (argb.length != size * size) {
      throw new IllegalArgumentException("A square of " + size + " has other pixels.");
    }
  }
}
