package chat.parley.desktop.viewmodel.alerts;

/**
 * A message that came, as far as it matters for telling of it.
 *
 * @param direct whether the room is a talk between its people rather than a place
 */
public record Arrival(
    Standing standing, Naming naming, Under under, boolean direct, RoomLevels.Choice choice) {
  /** What a message is said under. */
  public enum Under {
    /** It is no reply in a thread. */
    NOTHING,
    /** A thread of which I want to know. */
    FOLLOWED,
    OTHER_THREAD
  }

  /** What is to be said about the message before anything else is asked. */
  public enum Standing {
    FRESH,
    /** I wrote it, here or on another device. */
    OWN,
    /** I read it, here or on another device. */
    READ,
    /** Of somebody I do not want to hear of. */
    BLOCKED
  }
}
