package chat.parley.desktop.view.search;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.search.SearchHit;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A message that was found; a click leads there. */
final class HitRow extends Row<SearchHit> {
  private final Times times;
  private final Consumer<SearchHit> open;
  private final Avatar avatar = new Avatar("small");
  private final Label author = Controls.label("", "author");
  private final Label room = Controls.folding(Controls.label("", "caption", "hit-room"));
  private final Label time = Controls.label("", "time");
  private final HitText said = Controls.folding(new HitText());
  private final HitText fileNames = new HitText();
  private final HBox files =
      Controls.folding(new HBox(Icons.of(Feather.PAPERCLIP, "hit-clip"), fileNames));
  private @Nullable SearchHit hit;

  HitRow(Times times, Consumer<SearchHit> open) {
    this.times = times;
    this.open = open;
    getStyleClass().add("hit-row");
    time.setMinWidth(Region.USE_PREF_SIZE);
    files.getStyleClass().add("hit-files");
    HBox head = new HBox(avatar, author, Controls.spacer(), time);
    head.getStyleClass().add("hit-head");
    HBox.setHgrow(fileNames, Priority.ALWAYS);
    VBox column = new VBox(room, head, said, files);
    column.getStyleClass().add("hit-column");
    getChildren().add(column);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  private void clicked(MouseEvent event) {
    if (hit != null && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      open.accept(hit);
      event.consume();
    }
  }

  @Override
  protected void show(SearchHit shown) {
    hit = shown;
    avatar.show(shown.from(), shown.name());
    author.setText(shown.name());
    time.setText(times.recent(shown.at()));
    room.setText(shown.room().label());
    room.setVisible(shown.roomNamed());
    said.show(shown.said());
    said.setVisible(!shown.said().text().isEmpty());
    fileNames.show(shown.files());
    files.setVisible(!shown.files().text().isEmpty());
    setAccessibleText(spoken(shown));
  }

  private String spoken(SearchHit shown) {
    String said = (shown.said().text() + " " + shown.files().text()).strip();
    String words = Texts.of("view.message.spoken", shown.name(), time.getText(), said);
    return shown.roomNamed() ? shown.room().label() + ", " + words : words;
  }
}
