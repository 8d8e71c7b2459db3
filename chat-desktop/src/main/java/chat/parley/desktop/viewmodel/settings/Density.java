package chat.parley.desktop.viewmodel.settings;

/** How much room everything takes. */
public enum Density {
  COMFORTABLE,
  COZY,
  /** A line for each message, without pictures. */
  COMPACT
}
