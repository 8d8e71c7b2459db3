package chat.parley.model;

/** What a user may do on this server, from least to most. */
public enum Role {
  /** Came in by name alone; shown with a badge. */
  GUEST,
  MEMBER,
  ADMIN,
  OWNER
}
