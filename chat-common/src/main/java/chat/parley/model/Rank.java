package chat.parley.model;

/** What a member may do in one room, from least to most; on the whole server see {@link Role}. */
public enum Rank {
  /** Reads everything and writes nothing: no message, no reaction, no invitation. */
  READER,
  MEMBER,
  /** May delete what others said, pin, invite, remove members and write announcements. */
  MODERATOR,
  /** May change the room itself and everybody's rank, too. */
  OWNER
}
