package chat.parley.model;

/** Whom a server lets in, from the widest to the narrowest. */
public enum Door {
  /** Anybody by a name alone, and whoever registers. */
  GUESTS,
  /** Whoever has an account; anybody may register. */
  OPEN,
  /** Whoever has an account; registering takes an invitation. */
  INVITE,
  /** Whoever has an account; nobody registers. */
  CLOSED
}
