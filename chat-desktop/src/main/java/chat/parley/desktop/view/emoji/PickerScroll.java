package chat.parley.desktop.view.emoji;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Brings a row of a list into sight by as little as needed; a list itself jumps it to the top. */
final class PickerScroll {
  private PickerScroll() {}

  static void reveal(ListView<?> list, int row) {
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> first = flow.getFirstVisibleCell();
      IndexedCell<?> last = flow.getLastVisibleCell();
      if (first == null || last == null) {
        return;
      }
      if (row < first.getIndex()) {
        flow.scrollToTop(row == 1 ? 0 : row); // With the first title above it.
      } else if (row > last.getIndex()) {
        // The first and the last one in sight may both be cut: so many fewer are whole.
        flow.scrollToTop(row - (last.getIndex() - first.getIndex()) + 2);
      } else {
        flow.scrollTo(row); // By what is cut of it, if anything is.
      }
    }
  }
}
