package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where the chosen page is read, with the button by which all pages are left. */
public final class PagePane extends StackPane {
  private final ScrollPane scroll = new ScrollPane();
  private final VBox column = new VBox(scroll);

  /**
   * @param spoken what screen readers call it
   * @param leaveId of the button
   */
  public PagePane(String spoken, Region content, String leaveId, String leaveText, Runnable leave) {
    StackPane middle = new StackPane(content);
    middle.getStyleClass().add("settings-middle");
    StackPane.setAlignment(content, Pos.TOP_LEFT);
    scroll.setContent(middle);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("quiet-scroll");
    scroll.setAccessibleText(spoken);
    Node button = Controls.iconButton(Feather.X, leaveText, leave);
    button.setId(leaveId);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(column, button);
    getStyleClass().add("settings-page");
    StackPane.setAlignment(button, Pos.TOP_RIGHT);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  public void toTop() {
    scroll.setVvalue(0);
  }

  /**
   * Keeps that in sight below the page, however long this is.
   *
   * @param foot takes no room while it is not visible; null for none
   */
  public void foot(@Nullable Node foot) {
    column.getChildren().setAll(scroll);
    if (foot != null) {
      StackPane bar = Controls.folding(new StackPane(foot));
      bar.visibleProperty().bind(foot.visibleProperty());
      bar.getStyleClass().add("settings-foot");
      StackPane.setAlignment(foot, Pos.TOP_LEFT);
      column.getChildren().add(bar);
    }
  }
}
