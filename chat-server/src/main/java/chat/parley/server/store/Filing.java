package chat.parley.server.store;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written of files; see {@link Write.File}. Their bytes are somebody else's business.
 *
 * @param <R> what the writer learns once it is on disk
 */
public sealed interface Filing<R> {
  /**
   * An upload begins. Refused with {@code NO_SUCH_ROOM} for who is no member, with {@code
   * FORBIDDEN} for who may not write there, and with {@code TOO_MANY} when there would be more than
   * the quotas allow.
   *
   * @param sha256 what the bytes must have, in hex; null when their sender does not say
   */
  record Begin(
      FileId id,
      RoomId room,
      User user,
      String name,
      long size,
      String type,
      @Nullable String sha256,
      Quota quota)
      implements Filing<Write.Changed> {}

  /**
   * How much may lie here, uploads under way included.
   *
   * @param person most bytes of one person
   * @param server most bytes of all
   */
  record Quota(long person, long server) {}

  /**
   * An upload has come whole and is a file now.
   *
   * @param file as it is, which may be smaller than it came; its id is the upload's
   */
  record Finish(Attachment file, String sha256) implements Filing<Write.Changed> {}

  /** An upload is given up by its owner. */
  record Drop(FileId id, UserId user) implements Filing<Write.Changed> {}

  /**
   * Gives up uploads, and files that went with no message.
   *
   * @param filesBefore epoch milliseconds
   */
  record Sweep(List<FileId> uploads, long filesBefore) implements Filing<Write.Changed> {}

  /** These bytes were looked after: they are gone from the disk, or some file needs them. */
  record Tidied(List<String> sha256) implements Filing<Write.Changed> {}
}
