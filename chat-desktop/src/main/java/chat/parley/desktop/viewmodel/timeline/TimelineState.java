package chat.parley.desktop.viewmodel.timeline;

/** What the message pane is about. */
public enum TimelineState {
  /** Nothing to show yet. */
  LOADING,
  /** The room has no messages. */
  EMPTY,
  READY,
  /** Nothing could be loaded: {@link TimelineModel#problemProperty()}. */
  FAILED
}
