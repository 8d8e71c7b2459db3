package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.util.function.Predicate;
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
    /** I do not want to read who wrote it. */
    BLOCKED,
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

  /** What it is after something happened in its room. */
  public Quote after(Event.RoomEvent event) {
    if (seq == 0 || Fold.targetOf(event) != seq) {
      return this;
    }
    if (event instanceof Event.Deleted) {
      return gone();
    }
    // Without words of its own it is quoted by its files, and those stay.
    boolean reworded =
        state == State.THERE && event instanceof Event.Edited edited && !edited.body().isEmpty();
    return reworded ? saying(((Event.Edited) event).body()) : this;
  }

  /** What it is when all up to {@code upTo} is gone because of its age. */
  public Quote expired(long upTo) {
    return seq != 0 && seq <= upTo ? gone() : this;
  }

  /** What is shown of it, if it may be of somebody I block. */
  public Quote veiled(Predicate<UserId> blocked) {
    return from != null && state == State.THERE && blocked.test(from)
        ? new Quote(seq, State.BLOCKED, null, "", "")
        : this;
  }

  private Quote saying(String body) {
    return new Quote(seq, state, from, name, oneLine(body));
  }

  private Quote gone() {
    return new Quote(seq, State.DELETED, from, name, "");
  }

  /** A text without its line breaks, cut where nobody sees it. */
  public static String oneLine(String body) {
    String start = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
    return start.replaceAll("\\s+", " ").strip();
  }
}
