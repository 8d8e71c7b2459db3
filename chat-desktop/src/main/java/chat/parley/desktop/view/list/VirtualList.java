package chat.parley.desktop.view.list;

import chat.parley.desktop.view.look.Motion;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Shows the rows of a list that are in sight. Items are values with a key: an item that is replaced
 * by another of the same key keeps its row.
 */
public final class VirtualList<T> extends Region {
  /** A reader within so many pixels of the end goes on with it when something is added. */
  public static final double FOLLOWING = 48;

  private final RowSource<T> source;
  private final CellPool<T> pool;
  private final Sheet sheet = new Sheet();

  /**
   * Seen while there are no rows. A state of the list instead of this Node would have the styles of
   * all rows looked up anew whenever another list is shown.
   */
  private final Region emptyRing = new Region();

  private final IndexBar bar = new IndexBar(this::barMoved);
  private final Glide glide = new Glide(this::scrollBy, () -> Motion.isReduced(this));
  private final ReadingPlace place = new ReadingPlace();
  private final ListChangeListener<T> listener = this::changed;
  private final BooleanProperty followsEnd = new SimpleBooleanProperty(this, "followsEnd", true);
  private final ReadOnlyObjectWrapper<InSight> inSight =
      new ReadOnlyObjectWrapper<>(this, "inSight", InSight.NOTHING);

  private ObservableList<T> items = FXCollections.observableArrayList();
  private Placement placement = Placement.of(new Anchor.AtEnd(), 0, 0, i -> 0);
  private @Nullable Object current;
  private Runnable nearStart = () -> {};
  private Runnable nearEnd = () -> {};
  private Runnable placed = () -> {};
  private Runnable moved = () -> {};
  private @Nullable Object flashing;
  private @Nullable Object held;
  private boolean reporting;
  private boolean fromTop;

  public VirtualList(RowSource<T> source) {
    this.source = source;
    pool = new CellPool<>(source, sheet.getChildren()::add, sheet.getChildren()::remove);
    getStyleClass().add("virtual-list");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    sheet.getStyleClass().add("sheet");
    sheet.setManaged(false);
    bar.setManaged(false);
    emptyRing.getStyleClass().add("empty-ring");
    emptyRing.setManaged(false);
    emptyRing.setMouseTransparent(true);
    getChildren().addAll(emptyRing, sheet, bar);
    clipToOwnSize();
    items.addListener(listener);
    sayWhetherEmpty();
    focusWithinProperty().subscribe(this::keyboardCameOrWent);
    new ListInput<>(this, glide).listen();
  }

  /** Shows another list, from its end. */
  public void setItems(ObservableList<T> other) {
    items.removeListener(listener);
    items = other;
    items.addListener(listener);
    sayWhetherEmpty();
    current = null;
    pool.keepOnly(Set.of());
    scrollToEnd();
  }

  /** Whether rows added at the end are followed at all; false while the newest are not loaded. */
  public BooleanProperty followsEndProperty() {
    return followsEnd;
  }

  /** What can be read; changes after a layout, never within one. */
  public ReadOnlyObjectProperty<InSight> inSightProperty() {
    return inSight.getReadOnlyProperty();
  }

  /** Runs, often more than needed, while less than one view of rows is left above. */
  public void setOnNearStart(Runnable action) {
    nearStart = action;
  }

  /** Runs, often more than needed, while less than one view of rows is left below. */
  public void setOnNearEnd(Runnable action) {
    nearEnd = action;
  }

  /** Shows the rows in sight anew, after something changed that is not in their items. */
  public void showAgain() {
    pool.showAgain();
    sheet.requestLayout();
  }

  /** Lays the rows out once more, and with that says what is in sight now. */
  public void requestPlacing() {
    sheet.requestLayout();
  }

  /** Runs after each layout, when {@link #inSightProperty} says what it made of it. */
  public void setOnPlaced(Runnable action) {
    placed = action;
  }

  /** Runs when the reader scrolls, and not when the app does. */
  public void setOnMoved(Runnable action) {
    moved = action;
  }

  void readerMoves() {
    moved.run();
  }

  /** Points a row out for a moment, once it is in sight. */
  public void flash(Object key) {
    flashing = key;
    sheet.requestLayout();
  }

  /** Few rows stand at the top of the view and not at its end. */
  public void standFromTop() {
    fromTop = true;
  }

  /** Shows the list from its start; the keyboard goes on from there. */
  public void scrollToStart() {
    makeCurrent(0);
  }

  public void scrollToEnd() {
    glide.stop();
    place.toEnd();
    sheet.requestLayout();
  }

  /** Brings the row of that key to the upper third of the view; does nothing when there is none. */
  public void scrollTo(Object key) {
    int index = indexOf(key);
    if (index >= 0) {
      glide.stop();
      place.toRow(index, Math.floor(getHeight() / 3));
      sheet.requestLayout();
    }
  }

  /** The same as {@link #scrollBy} by the hand of the reader. */
  public void readerScrolls(double pixels) {
    readerMoves();
    glide.stop();
    scrollBy(pixels);
  }

  /** All items, whether in sight or not. */
  public List<T> items() {
    return Collections.unmodifiableList(items);
  }

  /** The rows in sight, from top to bottom. */
  public List<Row<T>> rowsInSight() {
    return IntStream.rangeClosed(placement.first(), Math.min(placement.last(), items.size() - 1))
        .mapToObj(i -> rowOf(keyAt(i)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The row that shows the item of that key, when it is in sight. */
  public @Nullable Row<T> rowOf(Object key) {
    return pool.inUse(key);
  }

  /**
   * Keeps the row of that key, even out of sight, so that a mouse button that was pressed on it is
   * released on it; null keeps none.
   */
  public void hold(@Nullable Object key) {
    held = key;
    sheet.requestLayout();
  }

  /** Positive towards the end. */
  public void scrollBy(double pixels) {
    place.scrollBy(pixels);
    sheet.requestLayout();
  }

  /** A view's height less a row, up ({@code -1}) or down ({@code 1}). */
  public void scrollPages(int pages) {
    readerMoves();
    glide.by(pages * Math.max(1, getHeight() - FOLLOWING));
  }

  /** The item the keyboard is on; null when it is on none. */
  public @Nullable T current() {
    int index = current == null ? -1 : indexOf(current);
    return index < 0 ? null : items.get(index);
  }

  /** The row that shows the current item, when it is in sight. */
  public @Nullable Node currentRow() {
    return current == null ? null : pool.inUse(current);
  }

  private void changed(ListChangeListener.Change<? extends T> change) {
    while (change.next()) {
      int added =
          change.wasPermutated() ? change.getTo() - change.getFrom() : change.getAddedSize();
      int removed = change.wasPermutated() ? added : change.getRemovedSize();
      place.changed(change.getFrom(), removed, added, items.size(), this::keyAt);
    }
    sayWhetherEmpty();
    sheet.requestLayout();
  }

  /** Without a row there is nothing on which the keyboard could be seen but the list itself. */
  private void sayWhetherEmpty() {
    emptyRing.setVisible(items.isEmpty());
  }

  private boolean staysAt(int index) {
    return source.stays(items.get(index));
  }

  private Object keyAt(int index) {
    return source.keyOf(items.get(index));
  }

  private int indexOf(Object key) {
    for (int i = placement.first(); i < Math.min(items.size(), placement.last() + 1); i++) {
      if (keyAt(i).equals(key)) {
        return i;
      }
    }
    for (int i = items.size() - 1; i >= 0; i--) {
      if (keyAt(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private void layOutRows(double width, double height) {
    placement = Placement.of(place.anchor(), items.size(), height, i -> heightOf(i, width));
    Set<Object> keys = new HashSet<>();
    double y = fromTop ? Math.min(0, placement.top()) : placement.top();
    for (int i = placement.first(); i <= placement.last(); i++) {
      keys.add(keyAt(i));
      Row<T> row = pool.rowFor(items.get(i));
      double rowHeight = placement.heights()[i - placement.first()];
      row.setIndex(i);
      row.place(y, width, rowHeight);
      y += rowHeight;
    }
    keepHeld(keys);
    pool.keepOnly(keys);
    place.placed(placement, this::keyAt, this::staysAt, followsEnd.get());
    bar.show(placement);
    showCurrent();
    showFlash();
    report();
  }

  private void keepHeld(Set<Object> keys) {
    Row<T> row = held == null ? null : pool.inUse(held);
    if (row != null && keys.add(held)) {
      row.relocate(0, -row.getHeight());
    }
  }

  private void showFlash() {
    Row<T> row = flashing == null ? null : pool.inUse(flashing);
    if (row != null) {
      flashing = null;
      row.flash();
    }
  }

  private double heightOf(int index, double width) {
    return pool.rowFor(items.get(index)).heightFor(width);
  }

  /** Listeners may change the list, which must not happen while it is being laid out. */
  private void report() {
    if (!reporting) {
      reporting = true;
      Platform.runLater(this::reportNow);
    }
  }

  private void reportNow() {
    reporting = false;
    if (placement.isEmpty() || placement.count() != items.size()) {
      return; // Another layout is on its way.
    }
    inSight.set(new InSight(placement.lastWhole(), placement.endInSight(), place.nearEnd()));
    placed.run();
    if (placement.above() < placement.viewHeight()) {
      nearStart.run();
    }
    if (placement.below() < placement.viewHeight()) {
      nearEnd.run();
    }
  }

  private void barMoved(double row) {
    readerMoves();
    glide.stop();
    if (bar.getValue() >= bar.getMax()) {
      place.toEnd();
    } else {
      place.toRow((int) row, -Math.floor((row - Math.floor(row)) * placement.averageHeight()));
    }
    sheet.requestLayout();
  }

  /** Whoever comes by keys finds a row to start from. */
  private void keyboardCameOrWent(boolean here) {
    if (here && current == null && placement.lastWhole() >= 0) {
      current = keyAt(Math.min(placement.lastWhole(), items.size() - 1));
    }
    showCurrent();
  }

  /** The keyboard goes on from the row at that place of the view. */
  void makeCurrentAt(double x, double y) {
    for (int i = placement.first(); i <= placement.last() && i < items.size(); i++) {
      Row<T> row = pool.inUse(keyAt(i));
      if (row != null && row.getBoundsInParent().contains(x, y)) {
        current = keyAt(i);
      }
    }
    requestFocus();
    showCurrent();
  }

  void makeFirstCurrent() {
    readerMoves();
    makeCurrent(0);
  }

  void makeLastCurrent() {
    readerMoves();
    makeCurrent(items.size() - 1);
  }

  void moveCurrent(int step) {
    readerMoves();
    int from = current == null ? -1 : indexOf(current);
    makeCurrent(from < 0 ? Math.max(0, placement.lastWhole()) : from + step);
  }

  private void makeCurrent(int wanted) {
    if (items.isEmpty()) {
      return;
    }
    int index = Math.clamp(wanted, 0, items.size() - 1);
    current = keyAt(index);
    reveal(index);
    showCurrent();
  }

  private void reveal(int index) {
    boolean inSightAtAll = index >= placement.first() && index <= placement.last();
    if (!inSightAtAll && index < placement.first() || inSightAtAll && placement.topOf(index) < 0) {
      place.toRow(index, 0);
    } else if (!inSightAtAll || placement.bottomOf(index) > getHeight()) {
      place.toRow(index, getHeight() - heightOf(index, sheet.getWidth()));
    }
    glide.stop();
    sheet.requestLayout();
  }

  private void showCurrent() {
    for (int i = placement.first(); i <= placement.last() && i < items.size(); i++) {
      Object key = keyAt(i);
      Row<T> row = pool.inUse(key);
      if (row != null) {
        row.setCurrent(isFocusWithin() && Objects.equals(key, current));
      }
    }
  }

  private void clipToOwnSize() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  @Override
  protected void layoutChildren() {
    double barWidth = bar.prefWidth(-1);
    sheet.resizeRelocate(0, 0, getWidth(), getHeight());
    emptyRing.resizeRelocate(0, 0, getWidth(), getHeight());
    bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> items.size();
      case ITEM_AT_INDEX ->
          parameters.length == 1 && parameters[0] instanceof Integer i && i >= 0 && i < items.size()
              ? pool.inUse(keyAt(i))
              : null;
      case FOCUS_ITEM -> currentRow();
      case VERTICAL_SCROLLBAR -> bar;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  /** Holds the rows. It is not managed, so that a row's changes end here and not at the window. */
  private final class Sheet extends Region {
    @Override
    protected void layoutChildren() {
      layOutRows(getWidth(), getHeight());
    }

    @Override
    public ObservableList<Node> getChildren() {
      return super.getChildren();
    }
  }
}
