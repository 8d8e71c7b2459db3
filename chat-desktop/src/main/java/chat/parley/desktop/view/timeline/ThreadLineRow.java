package chat.parley.desktop.view.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.view.emoji.EmojiLine;
import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.ThreadLine;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Something that was said in a thread, as one line in the room; opens the thread. */
final class ThreadLineRow extends Row<TimelineItem> implements Opens {
  private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

  private final RowContext context;
  private final Label name = Controls.label("", "thread-name");
  private final Label did = Controls.label(Texts.of("view.thread.replied"), "thread-did");
  private final EmojiLine words = new EmojiLine("thread-words");
  private final Label time = Controls.label("", "time");
  private @Nullable MessageItem message;

  ThreadLineRow(RowContext context) {
    this.context = context;
    getStyleClass().add("thread-row");
    StackPane gutter = new StackPane(Icons.of(Feather.CORNER_DOWN_RIGHT));
    gutter.getStyleClass().add("gutter");
    name.setMinWidth(Region.USE_PREF_SIZE);
    did.setMinWidth(Region.USE_PREF_SIZE);
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(gutter, name, did, words, time);
    line.getStyleClass().add("thread-row-line");
    getChildren().add(line);
    setCursor(Cursor.HAND);
    setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) {
            open();
          }
        });
  }

  @Override
  protected void show(TimelineItem item) {
    if (item instanceof ThreadLine line) {
      MessageItem shown = line.message();
      message = shown;
      name.setText(shown.name());
      words.show(words(shown));
      time.setText(context.times().shortTime(shown.at()));
      pseudoClassStateChanged(MENTION, shown.mentionsMe());
      pseudoClassStateChanged(FOUND, context.pointed().get().isAt(shown.seq()));
      pseudoClassStateChanged(PENDING, shown.state() != Outgoing.State.SENT);
      setAccessibleText(
          Texts.of(
              "view.thread.spoken", shown.name(), context.times().time(shown.at()), words.text()));
    }
  }

  private static String words(MessageItem shown) {
    if (shown.extras().deleted()) {
      return Texts.of("view.message.deleted");
    }
    return shown.state() == Outgoing.State.FAILED
        ? Texts.of("view.thread.failed", Quote.of(shown).text())
        : Quote.of(shown).text();
  }

  @Override
  public void open() {
    if (message != null) {
      context.actions().act(MessageAction.THREAD, message, this, false);
    }
  }
}
