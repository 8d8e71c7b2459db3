package chat.parley.model;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who belongs to a room, connected or not.
 *
 * @param status what they say about themselves; null when nothing
 * @param read the seq up to which they have read; 0 when they do not tell
 * @param got the seq up to which a device of theirs has it; 0 when they do not tell
 * @param mutedUntil until when they may not write, epoch milliseconds, as moderators see it; 0 when
 *     they may, and for everybody else's eyes
 */
public record Member(
    User user,
    Presence presence,
    Rank rank,
    @Nullable Status status,
    long read,
    long got,
    long mutedUntil) {

  /** Somebody who may write. */
  public Member(
      User user, Presence presence, Rank rank, @Nullable Status status, long read, long got) {
    this(user, presence, rank, status, read, got, 0);
  }

  /** An ordinary member of whom nothing else is known. */
  public Member(User user, Presence presence) {
    this(user, presence, Rank.MEMBER, null, 0, 0);
  }
}
