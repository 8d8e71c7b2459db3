package chat.parley.desktop.viewmodel.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ModifiableObservableListBase;

/**
 * The rows as the view watches them. A new set of rows is told as what truly changed, all in one
 * notification: an arrival as an append, older messages as an insert, a row whose state moved as a
 * replacement of that row.
 */
final class RowList extends ModifiableObservableListBase<TimelineItem> {
  private final List<TimelineItem> rows = new ArrayList<>();

  /** Makes the list equal to {@code wanted}, whose keys are all different. */
  void become(List<TimelineItem> wanted) {
    int same = 0;
    int shortest = Math.min(size(), wanted.size());
    while (same < shortest && get(same).equals(wanted.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < shortest - same
        && get(size() - 1 - tail).equals(wanted.get(wanted.size() - 1 - tail))) {
      tail++;
    }
    if (same + tail == size() && same + tail == wanted.size()) {
      return;
    }
    beginChange();
    try {
      change(same, size() - tail, wanted.subList(same, wanted.size() - tail));
    } finally {
      endChange();
    }
  }

  /** Turns the rows {@code from} to {@code to} into {@code wanted}, keeping those of equal key. */
  private void change(int from, int to, List<TimelineItem> wanted) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      places.put(wanted.get(i).key(), i);
    }
    int kept = keepWhatStays(from, to, places);
    int at = from;
    int end = from + kept;
    for (TimelineItem row : wanted) {
      if (at < end && get(at).key().equals(row.key())) {
        if (!get(at).equals(row)) {
          set(at, row);
        }
      } else {
        add(at, row);
        end++;
      }
      at++;
    }
  }

  /** Takes out the rows that are gone or moved to another place; returns how many are left. */
  private int keepWhatStays(int from, int to, Map<String, Integer> places) {
    Set<Integer> gone = new HashSet<>();
    int lastPlace = -1;
    for (int i = from; i < to; i++) {
      int place = places.getOrDefault(get(i).key(), -1);
      if (place <= lastPlace) {
        gone.add(i);
      } else {
        lastPlace = place;
      }
    }
    for (int i = to - 1; i >= from; i--) {
      if (gone.contains(i)) {
        remove(i);
      }
    }
    return to - from - gone.size();
  }

  @Override
  public TimelineItem get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  protected void doAdd(int index, TimelineItem row) {
    rows.add(index, row);
  }

  @Override
  protected TimelineItem doSet(int index, TimelineItem row) {
    return rows.set(index, row);
  }

  @Override
  protected TimelineItem doRemove(int index) {
    return rows.remove(index);
  }
}
