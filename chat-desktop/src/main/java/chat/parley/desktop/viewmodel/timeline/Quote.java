package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import org.jspecify.annotations.Nullable;

/**
 * The message that another one answers, in one line.
 *
 * @param from null while it is not known who wrote it
 * @param text one line; empty unless it is {@code THERE}
 */
public record Quote(long seq, State state, @Nullable UserId from, String name, String text) {
  /** Longer than any line on a screen. */
  private static final int LONGEST = 300;

  /** No message. */
  public static final Quote NONE = new Quote(0, State.UNKNOWN, null, "", "");

  /** What is known of the message. */
  public enum State {
    LOADING,
    THERE,
    DELETED,
    /** It cannot be found now: there is no connection, or no such message. */
    UNKNOWN
  }

  public static Quote loading(long seq) {
    return new Quote(seq, State.LOADING, null, "", "");
  }

  static Quote unknown(long seq) {
    return new Quote(seq, State.UNKNOWN, null, "", "");
  }

  static Quote of(Event.Message message) {
    return message.changes().deleted()
        ? new Quote(message.seq(), State.DELETED, message.from(), message.name(), "")
        : new Quote(
            message.seq(),
            State.THERE,
            message.from(),
            message.name(),
            oneLine(FileWords.quoted(message.body(), message.ties().files())));
  }

  /** Of a message that is on the screen. */
  public static Quote of(MessageItem message) {
    return new Quote(
        message.seq(),
        message.extras().deleted() ? State.DELETED : State.THERE,
        message.from(),
        message.name(),
        oneLine(FileWords.quoted(message.body(), message.extras().files())));
  }

  /** A text without its line breaks, cut where nobody sees it. */
  public static String oneLine(String body) {
    String start = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
    return start.replaceAll("\\s+", " ").strip();
  }
}
