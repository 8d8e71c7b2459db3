package chat.parley.desktop.app;

/**
 * Where the window was, in pixels of the screen.
 *
 * @param x NaN when nothing is known and the system shall choose; {@code y} likewise
 */
record WindowPlace(double x, double y, double width, double height, boolean maximized) {
  static final double MIN_WIDTH = 760;
  static final double MIN_HEIGHT = 520;
  static final WindowPlace USUAL = new WindowPlace(Double.NaN, Double.NaN, 1120, 740, false);

  private static final double MAX = 20_000;

  /** The place that was written by {@link #toString}, or the usual one. */
  static WindowPlace parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 5) {
      return USUAL;
    }
    try {
      var place =
          new WindowPlace(
              Double.parseDouble(parts[0]),
              Double.parseDouble(parts[1]),
              Double.parseDouble(parts[2]),
              Double.parseDouble(parts[3]),
              Boolean.parseBoolean(parts[4]));
      return place.sane() ? place : USUAL;
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  private boolean sane() {
    return width >= MIN_WIDTH && width <= MAX && height >= MIN_HEIGHT && height <= MAX;
  }

  @Override
  public String toString() {
    return x + " " + y + " " + width + " " + height + " " + maximized;
  }
}
