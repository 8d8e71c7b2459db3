package chat.parley.model;

/** Who may write in a room. */
public enum Posting {
  /** Every member. */
  EVERYBODY,
  /** Moderators and owners; an announcement room for the others. */
  MODERATORS
}
