package chat.parley.desktop.view.list;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows in use, by key, and those that wait to be used again, by kind. */
final class CellPool<T> {
  /** More than a screen of the smallest rows is never waiting. */
  private static final int MOST_SPARE = 64;

  private static final class Cell<T> {
    final Object kind;
    final Row<T> row;
    T item;

    Cell(Object kind, Row<T> row, T item) {
      this.kind = kind;
      this.row = row;
      this.item = item;
    }
  }

  private final RowSource<T> source;
  private final Consumer<Row<T>> added;
  private final Consumer<Row<T>> removed;
  private final Map<Object, Cell<T>> inUse = new HashMap<>();
  private final Map<Object, Deque<Row<T>>> spare = new HashMap<>();

  /**
   * @param added puts a new row on the screen
   * @param removed takes one away for good
   */
  CellPool(RowSource<T> source, Consumer<Row<T>> added, Consumer<Row<T>> removed) {
    this.source = source;
    this.added = added;
    this.removed = removed;
  }

  /** The row of this item: the one it has, else a spare one, else a new one. */
  Row<T> rowFor(T item) {
    Object key = source.keyOf(item);
    Object kind = source.kindOf(item);
    Cell<T> cell = inUse.get(key);
    if (cell != null && !cell.kind.equals(kind)) {
      inUse.remove(key);
      release(cell);
      cell = null;
    }
    if (cell == null) {
      cell = new Cell<>(kind, spareOrNew(kind), item);
      inUse.put(key, cell);
      cell.row.show(item);
    } else if (!cell.item.equals(item)) {
      cell.item = item;
      cell.row.show(item);
    }
    return cell.row;
  }

  void showAgain() {
    inUse.values().forEach(cell -> cell.row.show(cell.item));
  }

  @Nullable Row<T> inUse(Object key) {
    Cell<T> cell = inUse.get(key);
    return cell == null ? null : cell.row;
  }

  /** Lets go of all rows but those of these keys. */
  void keepOnly(Set<Object> keys) {
    for (Iterator<Map.Entry<Object, Cell<T>>> it = inUse.entrySet().iterator(); it.hasNext(); ) {
      Map.Entry<Object, Cell<T>> entry = it.next();
      if (!keys.contains(entry.getKey())) {
        it.remove();
        release(entry.getValue());
      }
    }
  }

  private Row<T> spareOrNew(Object kind) {
    Deque<Row<T>> waiting = spare.get(kind);
    Row<T> row = waiting == null ? null : waiting.poll();
    if (row == null) {
      row = source.create(kind);
      added.accept(row);
    }
    row.setVisible(true);
    return row;
  }

  private void release(Cell<T> cell) {
    cell.row.setCurrent(false);
    cell.row.endFlash();
    Deque<Row<T>> waiting = spare.computeIfAbsent(cell.kind, kind -> new ArrayDeque<>());
    if (waiting.size() < MOST_SPARE) {
      cell.row.setVisible(false);
      waiting.push(cell.row);
    } else {
      removed.accept(cell.row);
    }
  }
}
