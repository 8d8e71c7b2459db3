package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Pill;
import javafx.beans.value.ObservableLongValue;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The line by which a page is chosen. */
public final class PageCell<P extends PageCell.Page> extends ListCell<P> {
  /** What can be chosen. */
  public interface Page {
    String title();

    Feather icon();

    /** How many things wait there; null where nothing is counted. */
    default @Nullable ObservableLongValue waiting() {
      return null;
    }
  }

  private Subscription counting = Subscription.EMPTY;

  public PageCell() {
    getStyleClass().add("page-cell");
  }

  @Override
  protected void updateItem(@Nullable P page, boolean empty) {
    super.updateItem(page, empty);
    counting.unsubscribe();
    counting = Subscription.EMPTY;
    if (empty || page == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    HBox line = new HBox(Icons.of(page.icon()), Controls.label(page.title(), "page-name"));
    line.getStyleClass().add("page-line");
    ObservableLongValue waiting = page.waiting();
    if (waiting != null) {
      Pill pill = new Pill();
      line.getChildren().addAll(Controls.spacer(), pill);
      counting = waiting.subscribe(count -> pill.show(count.longValue()));
    }
    setGraphic(line);
    setAccessibleText(page.title());
  }
}
