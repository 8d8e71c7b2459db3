package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A message under the name of who wrote it. */
final class AuthorRow extends MessageRow {
  private final Times times;
  private final Avatar avatar;
  private final Label author;
  private final Label time;
  private final Label sending;
  private @Nullable MessageItem message;

  AuthorRow(RowContext context) {
    this(
        context,
        new Avatar("large"),
        Controls.label("", "author"),
        Controls.label("", "time"),
        Controls.folding(Controls.label(Texts.of("view.message.sendingDot"), "time")));
  }

  private AuthorRow(RowContext context, Avatar avatar, Label author, Label time, Label sending) {
    super(context, avatar, head(author, time, sending));
    this.times = context.times();
    this.avatar = avatar;
    this.author = author;
    this.time = time;
    this.sending = sending;
    Tip.of(time, () -> message == null ? "" : times.full(message.at()));
    avatar.setMouseTransparent(false);
    leadsToProfile(avatar);
    leadsToProfile(author);
  }

  private static HBox head(Label author, Label time, Label sending) {
    time.setMinWidth(Region.USE_PREF_SIZE);
    sending.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(author, time, sending);
    head.getStyleClass().add("message-head");
    return head;
  }

  @Override
  void showWho(MessageItem shown) {
    message = shown;
    avatar.show(shown.from(), shown.name());
    author.setText(shown.name());
    time.setText(times.time(shown.at()));
  }

  @Override
  boolean showSending(boolean now) {
    sending.setVisible(now);
    return true;
  }
}
