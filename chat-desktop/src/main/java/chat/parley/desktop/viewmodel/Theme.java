package chat.parley.desktop.viewmodel;

/** Which colours the window has. */
public enum Theme {
  LIGHT,
  DARK,
  /** As the computer has it. */
  SYSTEM,
  /** Black and white, with lines around everything. */
  CONTRAST
}
