package chat.parley.model;

/** Whether somebody can be expected to read now. */
public enum Presence {
  ONLINE,
  AWAY,
  /** Does not want to be disturbed. */
  BUSY,
  OFFLINE
}
