package chat.parley.desktop.view.overview;

import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.view.timeline.PaneNotice;
import chat.parley.desktop.view.timeline.Placeholder;
import chat.parley.desktop.viewmodel.overview.OverviewRow;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The rows of a page from its top, or what stands there while it has none. */
final class OverviewList extends StackPane {
  private final VirtualList<OverviewRow> list;
  private final ObservableList<OverviewRow> rows;
  private final ReadOnlyBooleanProperty loading;
  private final ReadOnlyStringProperty problem;
  private final Runnable tryAgain;
  private final Supplier<Region> empty;
  private final Placeholder placeholder = new Placeholder();
  private final PaneNotice notice;

  /** Whether there were rows the last time. */
  private boolean filled;

  /**
   * @param empty what is said when there is nothing
   */
  OverviewList(
      RowParts parts,
      ObservableList<OverviewRow> rows,
      ReadOnlyBooleanProperty loading,
      ReadOnlyStringProperty problem,
      Runnable tryAgain,
      Supplier<Region> empty) {
    this.rows = rows;
    this.loading = loading;
    this.problem = problem;
    this.tryAgain = tryAgain;
    this.empty = empty;
    getStyleClass().add("message-pane");
    list = new VirtualList<>(new OverviewRows(parts));
    list.standFromTop();
    list.followsEndProperty().set(false);
    list.setItems(rows);
    list.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, parts));
    notice = new PaneNotice(tryAgain);
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
    getChildren().addAll(list, placeholder, notice);
    rows.subscribe(this::show);
    loading.subscribe(this::show);
    problem.subscribe(this::show);
    show();
  }

  VirtualList<OverviewRow> list() {
    return list;
  }

  Node keyboardTarget() {
    return list;
  }

  private void pressed(KeyEvent event, RowParts parts) {
    OverviewRow current = list.current();
    if (event.getCode() == KeyCode.ENTER
        && current != null
        && !(event.getTarget() instanceof ButtonBase)) {
      parts.open().accept(current);
      event.consume();
    }
  }

  private void show() {
    boolean any = !rows.isEmpty();
    if (any && !filled) {
      list.scrollToStart();
    }
    filled = any;
    placeholder.setVisible(!any);
    if (any) {
      placeholder.showNothing();
    } else if (loading.get()) {
      placeholder.showLoading();
    } else if (problem.get().isEmpty()) {
      placeholder.showEmpty(empty.get());
    } else {
      placeholder.showFailed(problem.get(), tryAgain);
    }
    notice.show(any && loading.get(), any ? problem.get() : "");
  }
}
