package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A heading over rooms, with the arrow that says whether it is closed over them. */
final class HeadingLine extends HBox {
  private final FontIcon arrow = Icons.of(Feather.CHEVRON_DOWN);
  private final Label name = Controls.label("", "section-title");
  private final Button add;

  HeadingLine(Doors doors) {
    getStyleClass().add("heading-row");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    add =
        Controls.folding(
            Controls.iconButton(Feather.PLUS, Texts.of("view.newDirect"), doors::newDirect));
    add.getStyleClass().add("tiny");
    add.setFocusTraversable(false); // The heading's own menu and keys lead there too.
    getChildren().addAll(arrow, name, add);
  }

  void show(Heading heading) {
    arrow.setIconCode(heading.closed() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
    name.setText(heading.name());
    boolean direct = heading.id().equals(Heading.DIRECT);
    add.setVisible(direct);
    add.setId(direct ? "new-direct" : null);
  }

  static String spoken(Heading heading) {
    return Texts.of(heading.closed() ? "view.section.closed" : "view.section.open", heading.name());
  }
}
