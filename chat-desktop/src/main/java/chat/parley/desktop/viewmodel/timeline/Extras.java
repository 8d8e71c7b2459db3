package chat.parley.desktop.viewmodel.timeline;

import chat.parley.model.Attachment;
import chat.parley.model.Ties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the text of a message; most have none of it.
 *
 * @param editedAt epoch milliseconds of the last edit; 0 when there was none
 * @param deleted the text is gone for everybody
 * @param quote the message it answers; null for none
 * @param root the seq of the message in whose thread it was said; 0 for none
 * @param forward where it was said first; null when it was said here
 * @param reactions in the order in which each was first used
 * @param thread what is talked under it; null for nothing
 * @param heldUntil until when it can be taken back, epoch milliseconds; 0 when it is not held
 * @param receipt how far it has come; null unless it is my newest one in a direct room
 * @param files what was sent with it
 */
public record Extras(
    long editedAt,
    boolean deleted,
    boolean pinned,
    @Nullable Quote quote,
    long root,
    Ties.@Nullable Forward forward,
    List<ReactionChip> reactions,
    @Nullable ThreadSummary thread,
    long heldUntil,
    @Nullable Receipt receipt,
    List<Attachment> files) {
  public static final Extras NONE =
      new Extras(0, false, false, null, 0, null, List.of(), null, 0, null, List.of());

  public Extras {
    reactions = List.copyOf(reactions);
    files = List.copyOf(files);
  }

  /** Of a message that was just written. */
  static Extras onItsWay(@Nullable Quote quote, long root, long heldUntil, List<Attachment> files) {
    return quote == null && root == 0 && heldUntil == 0 && files.isEmpty()
        ? NONE
        : new Extras(0, false, false, quote, root, null, List.of(), null, heldUntil, null, files);
  }

  Extras with(Receipt now) {
    return new Extras(
        editedAt, deleted, pinned, quote, root, forward, reactions, thread, heldUntil, now, files);
  }

  /** Whether the row has a line of its own between the name and the text. */
  boolean hasHead() {
    return quote != null || forward != null;
  }
}
