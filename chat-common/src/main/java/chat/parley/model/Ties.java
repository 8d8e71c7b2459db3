package chat.parley.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message hangs on besides its room, and what hangs on it.
 *
 * @param reply the seq of the message it answers and quotes; 0 for none
 * @param thread the seq of the message under which it is talked; 0 for none
 * @param forward where it was said first; null when it was said here
 * @param call whom it calls besides those it names
 * @param files what was sent with it, in its sender's order; none once it is deleted
 */
public record Ties(
    long reply, long thread, @Nullable Forward forward, Call call, List<Attachment> files) {
  public static final Ties NONE = new Ties(0, 0, null, Call.NOBODY);

  public Ties {
    files = List.copyOf(files);
  }

  /** Of a message without files. */
  public Ties(long reply, long thread, @Nullable Forward forward, Call call) {
    this(reply, thread, forward, call, List.of());
  }

  /** The same message with these files. */
  public Ties with(List<Attachment> files) {
    return new Ties(reply, thread, forward, call, files);
  }

  /** Whom a message calls with @here or @room. */
  public enum Call {
    NOBODY,
    /** The members who were online. */
    HERE,
    /** All members. */
    ROOM
  }

  /**
   * Where a forwarded message comes from.
   *
   * @param name who said it
   * @param room the name of the room; empty when others shall not know
   * @param at epoch milliseconds when it was said
   */
  public record Forward(String name, String room, long at) {}
}
