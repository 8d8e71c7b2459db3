package chat.parley.desktop.view.list;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * Which rows are in sight and where: {@code heights[i]} is the height of row {@code first + i}, and
 * {@code top} the place of the first, all in pixels from the upper edge of the view.
 */
record Placement(int first, double top, double[] heights, int count, double viewHeight) {

  /** Rows this near to the view's lower edge, or nearer, count as its end: half a pixel. */
  private static final double TOUCHING = 0.5;

  /**
   * Lays rows out from the anchor. Rows that are too few to fill the view stand at its lower edge;
   * otherwise there is no gap at either end.
   *
   * @param count how many rows there are
   * @param heightOf asked once for each row that is in sight or on the way from the anchor to the
   *     view
   */
  static Placement of(Anchor anchor, int count, double viewHeight, IntToDoubleFunction heightOf) {
    if (count == 0 || viewHeight <= 0) {
      return new Placement(0, 0, new double[0], count, viewHeight);
    }
    Strip strip = new Strip(count, heightOf);
    switch (anchor) {
      case Anchor.AtEnd() -> {
        strip.startAt(count - 1, 0);
        strip.moveBottomTo(viewHeight);
      }
      case Anchor.AtRow(int index, double top) ->
          strip.startAt(Math.clamp(index, 0, count - 1), top);
    }
    strip.fillDownTo(viewHeight);
    if (strip.bottom < viewHeight) {
      strip.moveBottomTo(viewHeight);
    }
    strip.fillUpTo(0);
    if (strip.top > 0) {
      strip.moveTopTo(0);
    }
    strip.fillDownTo(viewHeight);
    if (strip.bottom < viewHeight) {
      strip.moveBottomTo(viewHeight);
    }
    return strip.inSight(viewHeight);
  }

  int size() {
    return heights.length;
  }

  int last() {
    return first + heights.length - 1;
  }

  boolean isEmpty() {
    return heights.length == 0;
  }

  double topOf(int index) {
    double y = top;
    for (int i = first; i < index; i++) {
      y += heights[i - first];
    }
    return y;
  }

  double bottomOf(int index) {
    return topOf(index) + heights[index - first];
  }

  /** Pixels between the view's lower edge and the end of the last row, if that one is in sight. */
  OptionalDouble toEnd() {
    if (isEmpty()) {
      return OptionalDouble.of(0);
    }
    return last() < count - 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, bottomOf(last()) - viewHeight));
  }

  boolean endInSight() {
    return toEnd().orElse(Double.POSITIVE_INFINITY) <= TOUCHING;
  }

  /** About how many pixels of rows there are above the view, by the height of those in sight. */
  double above() {
    return isEmpty() ? 0 : first * averageHeight() - top;
  }

  /** About how many pixels of rows there are below the view. */
  double below() {
    return isEmpty()
        ? 0
        : (count - 1 - last()) * averageHeight() + Math.max(0, bottomOf(last()) - viewHeight);
  }

  double averageHeight() {
    return (bottomOf(last()) - top) / size();
  }

  /**
   * The first row whose upper edge is in sight, or the first of all when one row fills the view.
   */
  int firstWhole() {
    int index = top < 0 && size() > 1 ? first + 1 : first;
    return topOf(index) < viewHeight ? index : first;
  }

  /** The last row whose lower edge is in sight, or -1. */
  int lastWhole() {
    for (int index = last(); index >= first && !isEmpty(); index--) {
      if (bottomOf(index) <= viewHeight + TOUCHING) {
        return index;
      }
    }
    return -1;
  }

  /** Neighbouring rows while they are being laid out. */
  private static final class Strip {
    private final int count;
    private final IntToDoubleFunction heightOf;
    private final Deque<Double> heights = new ArrayDeque<>();
    private int first;
    private int last;
    private double top;
    private double bottom;

    Strip(int count, IntToDoubleFunction heightOf) {
      this.count = count;
      this.heightOf = heightOf;
    }

    void startAt(int index, double y) {
      double height = heightOf.applyAsDouble(index);
      heights.add(height);
      first = index;
      last = index;
      top = y;
      bottom = y + height;
    }

    void fillDownTo(double y) {
      while (bottom < y && last < count - 1) {
        double height = heightOf.applyAsDouble(++last);
        heights.addLast(height);
        bottom += height;
      }
    }

    void fillUpTo(double y) {
      while (top > y && first > 0) {
        double height = heightOf.applyAsDouble(--first);
        heights.addFirst(height);
        top -= height;
      }
    }

    void moveTopTo(double y) {
      bottom += y - top;
      top = y;
    }

    void moveBottomTo(double y) {
      top += y - bottom;
      bottom = y;
    }

    Placement inSight(double viewHeight) {
      while (heights.size() > 1 && top + heights.getFirst() <= 0) {
        top += heights.removeFirst();
        first++;
      }
      while (heights.size() > 1 && bottom - heights.getLast() >= viewHeight) {
        bottom -= heights.removeLast();
        last--;
      }
      double[] kept = heights.stream().mapToDouble(Double::doubleValue).toArray();
      return new Placement(first, top, kept, count, viewHeight);
    }
  }
}
