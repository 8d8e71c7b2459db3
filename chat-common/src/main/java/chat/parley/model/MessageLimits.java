package chat.parley.model;

/**
 * How long and how fast people write. Twice what goes in a second may come at once.
 *
 * @param bodyChars longest text in UTF-16 units, {@link #LEAST_CHARS} to {@link #MOST_CHARS}
 * @param sendPerSecond messages a second that one person may send for long, 1 to {@link #MOST_SEND}
 * @param roomPerSecond messages a second that one room takes from all together for long, 1 to
 *     {@link #MOST_ROOM}
 */
public record MessageLimits(int bodyChars, int sendPerSecond, int roomPerSecond) {
  /** A server on which nobody can write a sentence is of no use. */
  public static final int LEAST_CHARS = 100;

  /** More might not fit one frame. */
  public static final int MOST_CHARS = 16_384;

  public static final int MOST_SEND = 100;
  public static final int MOST_ROOM = 1_000;

  /** As long as nobody has decided otherwise. */
  public static final MessageLimits USUAL = new MessageLimits(MOST_CHARS, 5, 30);

  /** How many may come at once where so many a second go for long. */
  public static int burst(int perSecond) {
    return 2 * perSecond;
  }
}
