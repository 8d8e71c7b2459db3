package chat.parley.desktop.view.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Remembers what is being read, and finds it again after the list changed. The row being read is
 * the first one that is wholly in sight; should it go, its neighbours are held on to.
 */
final class ReadingPlace {
  private static final int GONE = -1;

  /** A row that was in sight, the one being read first. */
  private record Seen(Object key, int index, double top) {}

  private Anchor anchor = new Anchor.AtEnd();
  private List<Seen> seen = List.of();

  /** How many pixels there are below the view, as far as it was scrolled from a known place. */
  private double fromEnd;

  /** Whether rows that are added at the end come into sight. */
  private boolean following = true;

  Anchor anchor() {
    return anchor;
  }

  /** Whether the end of all rows is so near that a reader who is there wants to see what comes. */
  boolean nearEnd() {
    return fromEnd <= VirtualList.FOLLOWING;
  }

  void toEnd() {
    anchor = new Anchor.AtEnd();
    following = true;
    fromEnd = 0;
  }

  void toRow(int index, double top) {
    anchor = new Anchor.AtRow(index, top);
    following = false;
    fromEnd = Double.POSITIVE_INFINITY;
    seen = List.of();
  }

  /** Positive towards the end. */
  void scrollBy(double pixels) {
    fromEnd -= pixels;
    seen = seen.stream().map(s -> new Seen(s.key, s.index, s.top - pixels)).toList();
    anchor =
        switch (anchor) {
          case Anchor.AtRow row -> row.scrolledBy(pixels);
          case Anchor.AtEnd end -> seen.isEmpty() ? end : reading();
        };
  }

  /**
   * Rows were laid out.
   *
   * @param stays whether the row there is one to hold on to
   * @param newestThere whether the last row is the newest there is; else what comes after it is not
   *     followed
   */
  void placed(
      Placement placement, IntFunction<Object> keyAt, IntPredicate stays, boolean newestThere) {
    fromEnd = placement.toEnd().orElse(fromEnd);
    following = newestThere && nearEnd();
    List<Seen> rows = new ArrayList<>(placement.size());
    int from = placement.isEmpty() ? 0 : placement.firstWhole();
    for (int i = from; i <= placement.last(); i++) {
      rows.add(new Seen(keyAt.apply(i), i, placement.topOf(i)));
    }
    for (int i = from - 1; i >= placement.first(); i--) {
      rows.add(new Seen(keyAt.apply(i), i, placement.topOf(i)));
    }
    // Stable: of those that stay the one being read is still the first.
    rows.sort(Comparator.comparing(row -> !stays.test(row.index)));
    seen = rows;
    if (placement.endInSight() || rows.isEmpty()) {
      anchor = new Anchor.AtEnd();
    } else {
      anchor = reading();
    }
  }

  /**
   * {@code removed} items at {@code from} gave way to {@code added} others; {@code size} are left.
   */
  void changed(int from, int removed, int added, int size, IntFunction<Object> keyAt) {
    Map<Object, Integer> came = removed == 0 ? Map.of() : indexesOfSeen(from, added, keyAt);
    seen =
        seen.stream()
            .map(
                s ->
                    new Seen(
                        s.key,
                        s.index == GONE || s.index < from
                            ? s.index
                            : s.index >= from + removed
                                ? s.index + added - removed
                                : came.getOrDefault(s.key, GONE),
                        s.top))
            .toList();
    boolean appended = removed == 0 && from + added == size;
    if (!following && removed != added && from + added == size) {
      fromEnd = Double.POSITIVE_INFINITY;
    }
    if (following && (appended || anchor instanceof Anchor.AtEnd)) {
      anchor = new Anchor.AtEnd();
    } else if (!seen.isEmpty()) {
      anchor = seen.stream().anyMatch(s -> s.index != GONE) ? reading() : lost(from, size);
    }
  }

  private Anchor.AtRow reading() {
    return seen.stream()
        .filter(s -> s.index != GONE)
        .findFirst()
        .map(s -> new Anchor.AtRow(s.index, s.top))
        .orElseThrow();
  }

  private Anchor lost(int from, int size) {
    return new Anchor.AtRow(Math.clamp(from, 0, Math.max(0, size - 1)), seen.getFirst().top);
  }

  private Map<Object, Integer> indexesOfSeen(int from, int added, IntFunction<Object> keyAt) {
    Map<Object, Integer> wanted = new HashMap<>();
    seen.forEach(s -> wanted.put(s.key, GONE));
    for (int i = from; i < from + added; i++) {
      int index = i;
      wanted.computeIfPresent(keyAt.apply(i), (key, before) -> index);
    }
    return wanted;
  }
}
