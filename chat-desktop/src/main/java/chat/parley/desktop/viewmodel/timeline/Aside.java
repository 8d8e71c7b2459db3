package chat.parley.desktop.viewmodel.timeline;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Room;
import chat.parley.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rows need besides the log.
 *
 * @param inThread whether these are a message and what was said under it; else lines stand for that
 * @param quotes the messages that others answer, by seq
 * @param threads what I want of the threads, by the seq of their first message
 * @param blocked whom I do not want to hear
 * @param revealed the seqs of messages of theirs that I want to see all the same
 * @param roomsBefore what the room was before a change of it, by the seq of the change
 * @param readers the others of a direct room; empty when nothing is told of them
 * @param files what is known of files that go with messages of mine
 */
record Aside(
    boolean inThread,
    Map<Long, Quote> quotes,
    Map<Long, Follow> threads,
    Set<UserId> blocked,
    Set<Long> revealed,
    Map<Long, Room> roomsBefore,
    Readers readers,
    Function<FileId, @Nullable Attachment> files) {
  static final Aside NOTHING =
      new Aside(
          false,
          Map.of(),
          Map.of(),
          Set.of(),
          Set.of(),
          Map.of(),
          new Readers(List.of()),
          _ -> null);

  /**
   * What I want of a thread.
   *
   * @param wanted null for what is usual: follow when I wrote in it
   * @param read the seq of the last reply that I saw
   */
  record Follow(@Nullable Boolean wanted, long read) {}

  boolean hides(UserId from, long seq) {
    return blocked.contains(from) && !revealed.contains(seq);
  }
}
