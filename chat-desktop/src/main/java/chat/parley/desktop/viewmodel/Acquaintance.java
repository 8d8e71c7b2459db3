package chat.parley.desktop.viewmodel;

/** What this computer knows of the key of a server. */
public enum Acquaintance {
  /** It has met this key before. */
  KNOWN,
  NEW,
  /** At that address it knows another key. */
  CHANGED,
  /** There is none: others on the network can read along. */
  OPEN
}
