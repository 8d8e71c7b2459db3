package chat.parley.desktop.viewmodel;

/** Which of the app's screens is shown. */
public enum Screen {
  /** Nothing is known yet: an empty window in the right colours, for a blink. */
  STARTING,
  LOGIN,
  MAIN
}
