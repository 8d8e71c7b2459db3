package chat.parley.desktop.view.overview;

import chat.parley.desktop.view.body.MessageBody;
import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.overview.OverviewRow;
import chat.parley.desktop.viewmodel.overview.OverviewRow.Said;
import chat.parley.desktop.viewmodel.text.MentionNames;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A message as it looks in its room; a click leads there. */
final class SaidRow extends Row<OverviewRow> {
  private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");

  private final RowParts parts;
  private final MessageBody body;
  private final Avatar avatar = new Avatar("large");
  private final Label author = Controls.label("", "author");
  private final Label room = Controls.folding(Controls.label("", "caption", "overview-where"));
  private final Label time = Controls.label("", "time");
  private final Region fresh = Controls.folding(new Region());
  private @Nullable Said said;

  /**
   * @param grouped whether who wrote it stands above already
   */
  SaidRow(RowParts parts, boolean grouped) {
    this.parts = parts;
    body = new MessageBody(parts.bodies());
    getStyleClass().addAll("message-row", "overview-said");
    fresh.getStyleClass().add("unread-dot");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(author, room, time, fresh);
    head.getStyleClass().add("message-head");
    StackPane gutter = new StackPane();
    gutter.getStyleClass().add("gutter");
    VBox column = new VBox(body);
    column.getStyleClass().add("message-column");
    if (grouped) {
      getStyleClass().add("grouped");
    } else {
      gutter.getChildren().add(avatar);
      column.getChildren().addFirst(head);
    }
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox grid = new HBox(gutter, column);
    grid.getStyleClass().add("message-grid");
    getChildren().add(grid);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** A drag over the text, or a double click on a word of it, selects. */
  private void clicked(MouseEvent event) {
    boolean once = event.getClickCount() == 1 && event.isStillSincePress();
    if (said != null && once && event.getButton() == MouseButton.PRIMARY) {
      parts.open().accept(said);
      event.consume();
    }
  }

  @Override
  protected void show(OverviewRow row) {
    if (row instanceof Said shown) {
      said = shown;
      avatar.show(shown.from(), shown.name());
      author.setText(shown.name());
      time.setText(parts.times().recent(shown.at()));
      room.setText(shown.room().label());
      room.setVisible(parts.roomsNamed());
      fresh.setVisible(parts.roomsNamed() && shown.fresh());
      avatar.setVisible(!shown.veiled());
      body.show(words(shown), shown.mentionsMe() ? parts.me().get() : MentionNames.NONE);
      pseudoClassStateChanged(MENTION, shown.mentionsMe() && !parts.roomsNamed());
      setAccessibleText(spoken(shown));
    }
  }

  private static String words(Said shown) {
    return shown.veiled() ? Texts.of("view.blocked") : shown.body();
  }

  private String spoken(Said shown) {
    String words =
        shown.veiled()
            ? words(shown)
            : Texts.of("view.message.spoken", shown.name(), time.getText(), shown.body());
    return parts.roomsNamed() ? shown.room().label() + ", " + words : words;
  }

  @Override
  protected void currentChanged(boolean here) {
    body.setReachable(here);
  }
}
