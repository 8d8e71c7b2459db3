package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.view.settings.PageCell;
import chat.parley.desktop.view.settings.PagePane;
import chat.parley.desktop.viewmodel.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Everything for who runs a server: pages at the left, the open one beside them. */
public final class AdminView extends HBox {
  private final Runnable close;
  private final ListView<AdminPage> pages = new ListView<>();
  private final VBox content = new VBox();
  private final PagePane page;

  /**
   * @param server the name of the server
   * @param close goes back to the rooms
   */
  AdminView(ObservableValue<String> server, List<AdminPage> all, Runnable close) {
    this.close = close;
    getStyleClass().addAll("settings", "admin");
    content.getStyleClass().addAll("settings-content", "admin-content");
    pages.getItems().setAll(all);
    page =
        new PagePane(
            Texts.of("view.admin"), content, "admin-close", Texts.of("view.admin.close"), close);
    getChildren().addAll(nav(server), page);
    pages.getSelectionModel().selectFirst();
    pages.getSelectionModel().selectedItemProperty().subscribe(this::show);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** At the page of last time, which is asked for anew. */
  public void open() {
    show(pages.getSelectionModel().getSelectedItem());
    pages.requestFocus();
  }

  private VBox nav(ObservableValue<String> server) {
    pages.getStyleClass().add("settings-pages");
    pages.setId("admin-pages");
    pages.setAccessibleText(Texts.of("view.admin"));
    pages.setCellFactory(view -> new PageCell<>());
    VBox.setVgrow(pages, Priority.ALWAYS);
    Label name = Controls.label("", "muted");
    name.textProperty().bind(server);
    VBox head = new VBox(Controls.label(Texts.of("view.admin"), "title"), name);
    head.getStyleClass().add("admin-head");
    VBox nav = new VBox(head, pages);
    nav.getStyleClass().add("settings-nav");
    return nav;
  }

  private void show(AdminPage page) {
    content.getChildren().setAll(Controls.label(page.title(), "title"));
    if (!page.hint().isEmpty()) {
      Label hint = Controls.label(page.hint(), "settings-hint");
      RightToLeft.fold(hint);
      hint.setMinHeight(USE_PREF_SIZE);
      content.getChildren().add(hint);
    }
    content.getChildren().add(page.content());
    this.page.foot(page.foot());
    this.page.toTop();
    if (getScene() != null) {
      page.open().run();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close.run();
      event.consume();
    }
  }
}
