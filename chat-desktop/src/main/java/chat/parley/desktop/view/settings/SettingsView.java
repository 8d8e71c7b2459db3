package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.viewmodel.Texts;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All settings: pages at the left, the open one beside them, and a search over all. */
public final class SettingsView extends HBox {
  private final List<SettingsSection> sections;
  private final Runnable close;
  private final TextField search = new TextField();
  private final ListView<SettingsSection> pages = new ListView<>();
  private final VBox content = new VBox();
  private final PagePane page;

  /**
   * @param close leaves the settings; there is nothing to confirm
   */
  public SettingsView(List<SettingsSection> sections, Runnable close) {
    this.sections = sections;
    this.close = close;
    getStyleClass().add("settings");
    content.getStyleClass().add("settings-content");
    page =
        new PagePane(
            Texts.of("view.settings"),
            content,
            "settings-close",
            Texts.of("view.settings.close"),
            close);
    getChildren().addAll(nav(), page);
    search.textProperty().subscribe(this::show);
    pages.getSelectionModel().selectedItemProperty().subscribe(this::show);
    pages.getSelectionModel().selectFirst();
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** At the page of last time, with the keyboard in the search. */
  public void open() {
    search.clear();
    search.requestFocus();
  }

  private VBox nav() {
    search.setPromptText(Texts.of("view.settings.search"));
    search.setAccessibleText(Texts.of("view.settings.search"));
    search.setId("settings-search");
    pages.getStyleClass().add("settings-pages");
    pages.setAccessibleText(Texts.of("view.settings"));
    pages.getItems().setAll(sections);
    pages.setCellFactory(view -> new PageCell<>());
    pages.setOnMouseClicked(event -> search.clear());
    VBox.setVgrow(pages, Priority.ALWAYS);
    VBox nav = new VBox(Controls.label(Texts.of("view.settings"), "title"), search, pages);
    nav.getStyleClass().add("settings-nav");
    return nav;
  }

  private void show() {
    String words = search.getText().strip();
    content.getChildren().clear();
    if (words.isEmpty()) {
      SettingsSection chosen = pages.getSelectionModel().getSelectedItem();
      if (chosen != null) {
        add(chosen, chosen.rows());
      }
    } else {
      sections.forEach(section -> add(section, section.fitting(words)));
    }
    if (content.getChildren().isEmpty()) {
      content
          .getChildren()
          .add(EmptyState.of(Feather.SEARCH, Texts.of("view.settings.nothing", words), ""));
    }
    page.toTop();
  }

  private void add(SettingsSection section, List<SettingsRow> rows) {
    if (!rows.isEmpty()) {
      boolean first = content.getChildren().isEmpty();
      content
          .getChildren()
          .add(Controls.label(section.title(), "title", first ? "first" : "later"));
      rows.forEach(row -> content.getChildren().add(row.node()));
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (search.getText().isEmpty()) {
        close.run();
      } else {
        search.clear();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && search.isFocused()) {
      pages.requestFocus();
      event.consume();
    }
  }
}
