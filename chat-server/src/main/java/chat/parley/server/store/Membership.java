package chat.parley.server.store;

import chat.parley.model.Rank;
import chat.parley.model.User;

/** One person's place in a room, as in the open transaction. Committer's thread only. */
final class Membership {
  final long userKey;
  final User user;
  final String nameKey;
  private Rank rank;
  private long readSeq;
  private long readMessages;
  private long ownUnread;
  private long gotSeq;
  private long mutedUntil;

  Membership(
      People.Person person,
      Rank rank,
      long readSeq,
      long readMessages,
      long ownUnread,
      long gotSeq,
      long mutedUntil) {
    this.userKey = person.key();
    this.user = person.user();
    this.nameKey = person.nameKey();
    this.rank = rank;
    this.readSeq = readSeq;
    this.readMessages = readMessages;
    this.ownUnread = ownUnread;
    this.gotSeq = gotSeq;
    this.mutedUntil = mutedUntil;
  }

  Rank rank() {
    return rank;
  }

  /** Only by the room's entry, which counts owners. */
  void rank(Rank newRank) {
    rank = newRank;
  }

  long readSeq() {
    return readSeq;
  }

  /** How many messages the log has up to {@link #readSeq}. */
  long readMessages() {
    return readMessages;
  }

  /** How many of this person's own messages lie after {@link #readSeq}. */
  long ownUnread() {
    return ownUnread;
  }

  /** Up to where a device of this person has the log; what was read was got. */
  long gotSeq() {
    return gotSeq;
  }

  /** Until when this person may not write here, epoch milliseconds; it may be over. */
  long mutedUntil() {
    return mutedUntil;
  }

  void mute(long until) {
    mutedUntil = until;
  }

  void read(long seq, long messages, long own) {
    readSeq = seq;
    readMessages = messages;
    ownUnread = own;
    got(seq);
  }

  void got(long seq) {
    gotSeq = Math.max(gotSeq, seq);
  }
}
