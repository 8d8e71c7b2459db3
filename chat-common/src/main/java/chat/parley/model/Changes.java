package chat.parley.model;

import java.util.List;

/**
 * What has become of a message since it was said. The message's body is the newest one already.
 *
 * @param seq of the last event that changed it; a change of that seq or a lower one is in already
 * @param editedAt epoch milliseconds of the last edit; 0 when it was never edited
 * @param deleted its body is gone for good
 * @param reactions in the order in which each was first used
 * @param replies what is talked under it
 */
public record Changes(
    long seq,
    long editedAt,
    boolean deleted,
    boolean pinned,
    List<Reaction> reactions,
    Replies replies) {
  public static final Changes NONE = new Changes(0, 0, false, false, List.of(), Replies.NONE);

  public Changes {
    reactions = List.copyOf(reactions);
  }

  /**
   * The thread under a message.
   *
   * @param last the seq of the newest reply; 0 when there is none
   * @param by the people who replied, the latest first, at most {@value #MOST_PEOPLE}
   */
  public record Replies(int count, long last, List<UserId> by) {
    public static final Replies NONE = new Replies(0, 0, List.of());
    public static final int MOST_PEOPLE = 5;

    public Replies {
      by = List.copyOf(by);
    }
  }
}
