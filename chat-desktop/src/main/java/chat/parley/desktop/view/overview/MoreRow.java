package chat.parley.desktop.view.overview;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.overview.OverviewRow;
import chat.parley.desktop.viewmodel.overview.OverviewRow.More;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** Leads to the messages that are too many for the page. */
final class MoreRow extends Row<OverviewRow> {
  private final Button words;
  private @Nullable More more;

  MoreRow(RowParts parts) {
    getStyleClass().add("overview-more");
    words =
        Controls.linkButton(
            "",
            () -> {
              if (more != null) {
                parts.open().accept(more);
              }
            });
    words.setFocusTraversable(false); // Enter on the row does the same.
    getChildren().add(words);
  }

  @Override
  protected void show(OverviewRow row) {
    if (row instanceof More shown) {
      more = shown;
      words.setText(Texts.of("view.overview.more", shown.left(), shown.room().label()));
      setAccessibleText(words.getText());
    }
  }
}
