package chat.parley.desktop.view.list;

/** What holds the rows in place: a layout starts from here and goes up and down. */
sealed interface Anchor {
  /** The last row ends where the view ends. */
  record AtEnd() implements Anchor {}

  /**
   * One row keeps its place.
   *
   * @param top pixels from the view's upper edge to the row's, negative above it
   */
  record AtRow(int index, double top) implements Anchor {
    AtRow scrolledBy(double pixels) {
      return new AtRow(index, top - pixels);
    }

    /** The same row after {@code count} rows more (or fewer) stand before it. */
    AtRow movedBy(int count) {
      return new AtRow(index + count, top);
    }
  }
}
