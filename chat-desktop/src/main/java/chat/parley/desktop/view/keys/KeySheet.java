package chat.parley.desktop.view.keys;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.timeline.MessageKeys;
import chat.parley.desktop.viewmodel.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What every key does. */
public final class KeySheet extends VBox {
  private final Button close;

  public KeySheet(KeyTable table, Runnable closing) {
    getStyleClass().addAll("dialog", "key-sheet");
    close = Controls.iconButton(Feather.X, Texts.of("view.close"), closing);
    HBox head = new HBox(Controls.label(Texts.of("view.keys"), "title"), Controls.spacer(), close);
    head.getStyleClass().add("dialog-head");
    ScrollPane scroll = new ScrollPane(groups(table));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(Texts.of("view.keys"));
    scroll.getStyleClass().add("quiet-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  public void open() {
    close.requestFocus();
  }

  /** The same list wherever it is shown. */
  public static VBox groups(KeyTable table) {
    VBox all = new VBox();
    all.getStyleClass().add("key-groups");
    for (Shortcut.Group group : Shortcut.Group.values()) {
      List<Shortcut> keys =
          table.shortcuts().stream().filter(shortcut -> shortcut.group() == group).toList();
      if (!keys.isEmpty()) {
        all.getChildren().add(Controls.label(title(group), "section-title"));
        keys.forEach(
            shortcut ->
                all.getChildren().add(row(KeyWords.of(shortcut), Texts.of(shortcut.text()))));
      }
    }
    all.getChildren().addAll(ofMessages());
    return all;
  }

  /** They belong to no table: they count on the message the keyboard is on, and nowhere else. */
  private static List<Node> ofMessages() {
    List<Node> rows = new ArrayList<>();
    rows.add(Controls.label(Texts.of("view.keys.message"), "section-title"));
    for (MessageKeys.MessageKey key : MessageKeys.ALL) {
      rows.add(row(KeyWords.of(key.keys().getFirst()), Texts.of(key.text())));
    }
    rows.add(row(KeyWords.of(MessageKeys.MENU), Texts.of("view.keys.message.menu")));
    return rows;
  }

  private static Node row(String pressed, String does) {
    Label keys = Controls.label(pressed, "key-cap");
    keys.setMinWidth(USE_PREF_SIZE);
    Label text = Controls.label(does, "key-text");
    text.setWrapText(true);
    HBox row = new HBox(text, Controls.spacer(), keys);
    row.getStyleClass().add("key-row");
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(text.getText() + ", " + keys.getText());
    return row;
  }

  private static String title(Shortcut.Group group) {
    return Texts.of(
        switch (group) {
          case GO -> "view.keys.go";
          case READ -> "view.keys.read";
          case WINDOW -> "view.keys.window";
        });
  }
}
