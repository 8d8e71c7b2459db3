package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The line by which a page is chosen. */
public final class PageCell<P extends PageCell.Page> extends ListCell<P> {
  /** What can be chosen. */
  public interface Page {
    String title();

    Feather icon();
  }

  public PageCell() {
    getStyleClass().add("page-cell");
  }

  @Override
  protected void updateItem(@Nullable P page, boolean empty) {
    super.updateItem(page, empty);
    if (empty || page == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    HBox line = new HBox(Icons.of(page.icon()), Controls.label(page.title(), "page-name"));
    line.getStyleClass().add("page-line");
    setGraphic(line);
    setAccessibleText(page.title());
  }
}
