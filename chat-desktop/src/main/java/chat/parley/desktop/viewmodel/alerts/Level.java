package chat.parley.desktop.viewmodel.alerts;

/** What of a room a person wants to be told of. */
public enum Level {
  /** Every message. */
  ALL,
  /** What names me. The room list still shows that there is something new. */
  MENTIONS,
  /** Nothing; what names me still counts on the badge. */
  NONE
}
