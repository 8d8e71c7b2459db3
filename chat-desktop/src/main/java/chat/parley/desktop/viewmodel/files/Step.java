package chat.parley.desktop.viewmodel.files;

/** How far a file on its way has come. */
public enum Step {
  /** Nobody has asked for it. */
  IDLE,
  MOVING,
  /** The line broke, or the server puts it off; it goes on by itself. */
  WAITING,
  DONE,
  /** It does not go on by itself. */
  FAILED
}
