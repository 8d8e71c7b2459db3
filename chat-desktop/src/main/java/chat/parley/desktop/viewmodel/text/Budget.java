package chat.parley.desktop.viewmodel.text;

/** How much of a message is shown at once; a message of thousands of pieces holds up nobody. */
final class Budget {
  private static final int LINES = 60;
  private static final int BLOCKS = 120;
  private static final int PIECES = 1_000;

  private int lines = LINES;
  private int blocks = BLOCKS;
  private int pieces = PIECES;
  private boolean cut;

  /** Whether there is room for another block. */
  boolean block() {
    return spend(blocks-- > 0 && lines > 0 && pieces > 0);
  }

  boolean piece() {
    return spend(pieces-- > 0);
  }

  /** Room for another line of the same paragraph. */
  boolean line() {
    return spend(lines-- > 0);
  }

  /** Whether something was left out. */
  boolean isCut() {
    return cut;
  }

  private boolean spend(boolean there) {
    cut = cut || !there;
    return there;
  }
}
