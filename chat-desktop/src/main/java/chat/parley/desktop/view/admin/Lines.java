package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Device;
import chat.parley.model.Role;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The parts of which rows are made. */
final class Lines {
  private Lines() {}

  /** A row: what it is about, and what can be done. */
  static HBox row(Node words, Node... deeds) {
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words);
    row.getChildren().addAll(deeds);
    row.getStyleClass().add("settings-card");
    return row;
  }

  /** A heading with smaller lines under it; those without words are left out. */
  static VBox words(String heading, String... under) {
    VBox words = new VBox(folding(heading, "settings-title"));
    for (String line : under) {
      if (!line.isEmpty()) {
        words.getChildren().add(folding(line, "settings-hint"));
      }
    }
    words.getStyleClass().add("settings-words");
    return words;
  }

  static Label folding(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    RightToLeft.fold(label);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  static Label badge(String text, String... more) {
    Label badge = Controls.label(text, "badge");
    badge.getStyleClass().addAll(more);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }

  /**
   * @param about what it is done to, for who does not see the row
   */
  static Button button(String text, String about, Runnable action) {
    Button button = Controls.button(text, action, "compact");
    button.setAccessibleText(text + ": " + about);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /**
   * A button that opens a menu.
   *
   * @param items asked each time it opens
   */
  static Button menu(String name, Supplier<List<MenuItem>> items) {
    ContextMenu menu = new ContextMenu();
    Button button = Controls.iconButton(Feather.MORE_HORIZONTAL, name, () -> {});
    button.setOnAction(
        event -> {
          menu.getItems().setAll(items.get());
          menu.show(button, Side.BOTTOM, 0, 0);
        });
    return button;
  }

  static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** What a device calls itself, and from where it was last used. */
  static String device(Device device) {
    String agent = device.agent().isEmpty() ? device.id().value() : device.agent();
    return device.address().isEmpty()
        ? agent
        : Texts.of("view.admin.device", agent, device.address());
  }

  static String role(Role role) {
    return Texts.of(
        switch (role) {
          case GUEST -> "view.admin.role.guest";
          case MEMBER -> "view.admin.role.member";
          case ADMIN -> "view.admin.role.admin";
          case OWNER -> "view.admin.role.owner";
        });
  }
}
