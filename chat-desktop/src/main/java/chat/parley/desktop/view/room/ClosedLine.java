package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.people.Company;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Stands where one would write, and says why one cannot. */
final class ClosedLine extends HBox {
  /**
   * @param because empty while one can write
   */
  ClosedLine(ReadOnlyStringProperty because, RoomScreen screen, Company company) {
    getStyleClass().add("closed-line");
    Label words = Controls.label("", "closed-words");
    words.setGraphic(Icons.of(Feather.LOCK));
    words.textProperty().bind(because);
    Button undo = Controls.folding(Controls.linkButton(Texts.of("view.profile.unblock"), () -> {}));
    undo.setMinWidth(Region.USE_PREF_SIZE);
    because.subscribe(() -> offer(undo, screen.roomProperty().get(), screen, company));
    offer(undo, screen.roomProperty().get(), screen, company);
    getChildren().addAll(words, undo);
    Controls.folding(this).visibleProperty().bind(because.isNotEmpty());
  }

  /** What I did myself I can undo here. */
  private static void offer(
      Button undo, @Nullable RoomItem room, RoomScreen screen, Company company) {
    RoomItem shown = room == null ? screen.details().roomProperty().get() : room;
    undo.setVisible(false);
    if (shown == null) {
      return;
    }
    if (shown.roomProperty().get().archived()) {
      undo.setText(Texts.of("view.about.unarchive"));
      undo.setOnAction(event -> screen.details().archive(false));
      undo.setVisible(screen.details().rightsProperty().get().archive());
    } else if (shown.with().size() == 1 && company.blocks(shown.with().getFirst().id())) {
      undo.setText(Texts.of("view.profile.unblock"));
      undo.setOnAction(event -> company.block(shown.with().getFirst().id(), false));
      undo.setVisible(true);
    }
  }
}
