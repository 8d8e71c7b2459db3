package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.dialog.WordsView;
import chat.parley.desktop.view.look.Copied;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.message.EditionsView;
import chat.parley.desktop.view.message.EmojiChoice;
import chat.parley.desktop.view.message.ForwardView;
import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.MessageModel;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.room.ForwardModel;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.UserId;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.scene.Node;

/**
 * Does with the messages of one list what its rows ask for.
 *
 * @param inThread whether it is the list of a thread
 * @param toComposer gives the keyboard to where messages of that list are written
 */
record MessageCommands(
    MessageModel model,
    Doors doors,
    ServerModel server,
    Dialogs dialogs,
    EmojiChoice emoji,
    Times times,
    boolean inThread,
    Runnable toComposer,
    LongConsumer revealing)
    implements RowActions {
  private static final int LONGEST_REASON = 500;

  @Override
  public Set<MessageAction> allowed(MessageItem message) {
    return model.allowed(message, inThread);
  }

  @Override
  public void act(MessageAction action, MessageItem message, Node at, boolean sure) {
    switch (action) {
      case REPLY -> {
        model.reply(message);
        toComposer.run();
      }
      case EDIT -> {
        model.edit(message, inThread);
        toComposer.run();
      }
      case THREAD -> model.openThread(message);
      case REACT -> emoji.show(at, chosen -> react(message, chosen));
      case DELETE -> {
        if (sure) {
          model.delete(message);
        } else {
          model.askToDelete(message);
        }
      }
      case COPY -> Copied.text(message.body());
      case LINK -> Copied.text(model.links().of(message));
      case FORWARD -> forward(message);
      case PROFILE -> profile(message, at);
      case PIN -> model.pin(message.seq(), true);
      case UNPIN -> model.pin(message.seq(), false);
      case UNREAD -> model.unreadFrom(message);
      case FOLLOW -> model.follow(message, true);
      case UNFOLLOW -> model.follow(message, false);
      case REPORT -> report(message);
    }
  }

  private void forward(MessageItem message) {
    ForwardView.open(
        message,
        new ForwardModel(server, times.now()),
        target -> {
          switch (target) {
            case ForwardModel.ToRoom to -> model.forward(message, to.room());
            case ForwardModel.ToPerson to -> model.forward(message, to.person());
          }
        },
        dialogs);
  }

  private void report(MessageItem message) {
    new WordsView(
            Texts.of("view.report.title", message.name()),
            Texts.of("view.report.reason"),
            LONGEST_REASON,
            Texts.of("view.report.do"),
            reason -> model.report(message, reason),
            dialogs)
        .open();
  }

  @Override
  public void react(MessageItem message, String chosen) {
    model.react(message, chosen);
  }

  @Override
  public String lastEmoji() {
    return model.lastEmojiProperty().get();
  }

  @Override
  public void profile(MessageItem message, Node beside) {
    doors.profile(message.from(), message.name(), beside);
  }

  @Override
  public void invite() {
    doors.invite();
  }

  @Override
  public void retry(MessageItem message) {
    model.retry(message);
  }

  @Override
  public void discard(MessageItem message) {
    model.discard(message);
  }

  @Override
  public void undo(MessageItem message) {
    model.undo(message);
    toComposer.run();
  }

  @Override
  public void jumpTo(long seq) {
    model.jumpTo(seq);
  }

  @Override
  public void showEditions(MessageItem message) {
    model.editions(message, found -> EditionsView.open(found, times::full, dialogs));
  }

  @Override
  public void reveal(long seq) {
    revealing.accept(seq);
  }

  @Override
  public String nameOf(UserId user) {
    return model.nameOf(user);
  }
}
