package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.Announcement;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.protocol.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What those who run the server tell everybody, over all rooms. */
public final class AnnouncementView extends HBox {
  private final Label words = Controls.label("", "announcement-words");
  private final Label by = Controls.label("", "caption");

  public AnnouncementView(Announcement announcement) {
    getStyleClass().add("announcement");
    RightToLeft.fold(words);
    words.setMaxWidth(Double.MAX_VALUE);
    Tip.of(words, words::getText);
    VBox said = new VBox(words, by);
    HBox.setHgrow(said, Priority.ALWAYS);
    Button dismiss =
        Controls.iconButton(
            Feather.X, Texts.of("view.announcement.dismiss"), announcement::dismiss);
    dismiss.setId("announcement-dismiss");
    getChildren().addAll(Icons.of(Feather.BELL), said, dismiss);
    Controls.folding(this);
    announcement.shownProperty().subscribe(this::show);
  }

  private void show(Event.@Nullable Announced announced) {
    setVisible(announced != null);
    if (announced != null) {
      words.setText(announced.text());
      by.setText(Texts.of("view.announcement.by", announced.by()));
    }
  }
}
