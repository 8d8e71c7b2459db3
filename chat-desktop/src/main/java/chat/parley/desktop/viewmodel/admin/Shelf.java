package chat.parley.desktop.viewmodel.admin;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A list that the server tells page by page. */
public final class Shelf<T> {
  /** Asks for a page, and puts its answer by {@link Shelf#put}. */
  interface Asking {
    /**
     * @param from where the page before said that it goes on; 0 for the first
     */
    void page(long from);
  }

  /** How many come at once. */
  static final int PAGE = 50;

  private final Errand errand;
  private final Asking asking;
  private final ObservableList<T> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(this, "more");
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(this, "known");
  private long next;

  Shelf(Errand errand, Asking asking) {
    this.errand = errand;
    this.asking = asking;
  }

  public Errand errand() {
    return errand;
  }

  public ObservableList<T> items() {
    return items;
  }

  /** Whether there are others after these. */
  public ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  /** Whether the server has told it once; before that an empty list says nothing. */
  public ReadOnlyBooleanProperty knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** Asks for the first page again. */
  public void refresh() {
    asking.page(0);
  }

  /** Asks for the next page. */
  public void further() {
    if (more.get()) {
      asking.page(next);
    }
  }

  /**
   * @param from as it was asked
   * @param goesOn where the next page starts; 0 when there is none
   */
  void put(long from, List<T> page, long goesOn) {
    next = goesOn;
    more.set(goesOn != 0);
    if (from == 0) {
      if (!items.equals(page)) { // Else somebody may have a menu open in it.
        items.setAll(page);
      }
    } else {
      items.addAll(page);
    }
    known.set(true);
  }

  /** Nothing is known any more. */
  void clear() {
    items.clear();
    more.set(false);
    known.set(false);
  }
}
