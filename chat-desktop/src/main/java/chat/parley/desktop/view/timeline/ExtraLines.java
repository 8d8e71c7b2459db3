package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.body.MessageBody;
import chat.parley.desktop.view.files.MessageFiles;
import chat.parley.desktop.view.files.PictureView;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.RoomFile;
import chat.parley.desktop.viewmodel.timeline.Extras;
import chat.parley.desktop.viewmodel.timeline.Receipt;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Ties;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What stands over and under the text of a message: whom it answers, that it was edited, the
 * reactions, the thread. Most rows have nothing of it and pay nothing for it.
 */
final class ExtraLines {
  private final VBox column;
  private final MessageBody body;
  private final RowContext context;
  private final List<Node> over = new ArrayList<>();
  private final List<Node> under = new ArrayList<>();
  private @Nullable MessageItem message;

  /** Stands behind the last word of the text, not under it. */
  private @Nullable Button remark;

  /**
   * @param body stands in the column
   */
  ExtraLines(VBox column, MessageBody body, RowContext context) {
    this.column = column;
    this.body = body;
    this.context = context;
    body.managedProperty().bind(body.visibleProperty());
  }

  void show(MessageItem now) {
    boolean same =
        message != null && message.seq() == now.seq() && message.extras().equals(now.extras());
    message = now;
    if (same || now.extras().equals(Extras.NONE) && isNothing()) {
      return;
    }
    column.getChildren().removeAll(over);
    column.getChildren().removeAll(under);
    over.clear();
    under.clear();
    remark = null;
    body.setRemark(null);
    make(now, now.extras());
    boolean filesOnly = now.body().isBlank() && !now.extras().files().isEmpty();
    body.setVisible(!now.extras().deleted() && !filesOnly);
    int place = column.getChildren().indexOf(body);
    column.getChildren().addAll(place + 1, under);
    column.getChildren().addAll(place, over);
    setReachable(false);
  }

  private boolean isNothing() {
    return over.isEmpty() && under.isEmpty() && remark == null;
  }

  /** Tab goes through the controls of the row the keyboard is on. */
  void setReachable(boolean reachable) {
    over.forEach(node -> reach(node, reachable));
    under.forEach(node -> reach(node, reachable));
    if (remark != null) {
      remark.setFocusTraversable(reachable);
    }
  }

  private static void reach(Node node, boolean reachable) {
    if (node instanceof Button || node instanceof PictureView) {
      node.setFocusTraversable(reachable);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> reach(child, reachable));
    }
  }

  /** What of all this is said after the text; empty when nothing is worth it. */
  String spoken() {
    if (message == null) {
      return "";
    }
    Extras extras = message.extras();
    List<String> words = new ArrayList<>();
    if (extras.editedAt() != 0) {
      words.add(Texts.of("view.message.edited.spoken"));
    }
    if (extras.quote() != null) {
      words.add(
          Texts.of("view.message.answers", extras.quote().name(), QuoteLine.words(extras.quote())));
    }
    extras.files().forEach(file -> words.add(Texts.of("view.files.spoken.one", file.name())));
    extras
        .reactions()
        .forEach(chip -> words.add(Texts.of("view.chip.spoken", chip.emoji(), chip.by().size())));
    if (extras.thread() != null) {
      words.add(Texts.of("view.thread.replies", extras.thread().count()));
    }
    if (extras.receipt() != null) {
      words.add(receipt(extras.receipt()));
    }
    return String.join(", ", words);
  }

  private void make(MessageItem item, Extras extras) {
    if (extras.forward() != null) {
      over.add(forwarded(extras.forward()));
    }
    if (extras.quote() != null) {
      long seq = extras.quote().seq();
      over.add(new QuoteLine(extras.quote(), () -> context.actions().jumpTo(seq)));
    }
    if (extras.deleted()) {
      under.add(Controls.label(Texts.of("view.message.deleted"), "message-gone"));
    }
    if (!extras.files().isEmpty()) {
      under.add(new MessageFiles(files(item, extras), context.files()));
    }
    Button edited = extras.editedAt() == 0 ? null : edited(item, extras);
    remark = edited != null && body.setRemark(edited) ? edited : null;
    if (edited != remark || extras.pinned()) {
      under.add(marks(extras, remark == null ? edited : null));
    }
    if (!extras.reactions().isEmpty()) {
      under.add(new ReactionChips(item, context.actions()));
    }
    if (extras.thread() != null) {
      HBox line =
          new HBox(
              new ThreadChip(
                  extras.thread(),
                  context.times(),
                  context.actions(),
                  () -> context.actions().act(MessageAction.THREAD, item, column, false)));
      line.getStyleClass().add("thread-line");
      under.add(line);
    }
    if (extras.receipt() != null) {
      under.add(Controls.label(receipt(extras.receipt()), "receipt"));
    }
  }

  private static List<RoomFile> files(MessageItem item, Extras extras) {
    return extras.files().stream()
        .map(file -> new RoomFile(item.seq(), item.name(), item.at(), file))
        .toList();
  }

  private static Node forwarded(Ties.Forward from) {
    Label words =
        Controls.label(
            from.room().isEmpty()
                ? Texts.of("view.message.forwarded", from.name())
                : Texts.of("view.message.forwarded.room", from.name(), from.room()),
            "forwarded");
    words.setGraphic(Icons.of(Feather.CORNER_UP_RIGHT));
    return words;
  }

  private Button edited(MessageItem item, Extras extras) {
    Button edited =
        Controls.linkButton(
            Texts.of("view.message.edited"), () -> context.actions().showEditions(item));
    edited.getStyleClass().add("edited");
    Tip.of(edited, Texts.of("view.message.edited.at", context.times().full(extras.editedAt())));
    return edited;
  }

  private static HBox marks(Extras extras, @Nullable Button edited) {
    HBox line = new HBox();
    line.getStyleClass().add("message-marks");
    if (extras.pinned()) {
      Label pinned = Controls.label(Texts.of("view.message.pinned"), "caption");
      pinned.setGraphic(Icons.of(Feather.BOOKMARK));
      line.getChildren().add(pinned);
    }
    if (edited != null) {
      line.getChildren().add(edited);
    }
    return line;
  }

  private static String receipt(Receipt receipt) {
    if (receipt.step() != Receipt.Step.SEEN && !receipt.seenBy().isEmpty()) {
      return Texts.of("view.receipt.seenBy", String.join(", ", receipt.seenBy()));
    }
    return Texts.of(
        switch (receipt.step()) {
          case SENT -> "view.receipt.sent";
          case DELIVERED -> "view.receipt.delivered";
          case SEEN -> receipt.seenBy().isEmpty() ? "view.receipt.seen" : "view.receipt.seenByAll";
        });
  }
}
