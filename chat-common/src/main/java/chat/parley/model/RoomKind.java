package chat.parley.model;

/** Who may find and enter a room. */
public enum RoomKind {
  /** In the directory; anybody may join. */
  PUBLIC,
  /** By invitation only; others cannot tell that it exists. */
  PRIVATE,
  /** Between the people who are in it. */
  DIRECT
}
