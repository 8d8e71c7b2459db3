package chat.parley.desktop.viewmodel.timeline;

import chat.parley.model.UserId;
import java.util.List;

/**
 * The thread under a message, in a line.
 *
 * @param lastAt epoch milliseconds of the newest reply; 0 when that is not known
 * @param by who replied, the latest first, not all of them
 * @param followed whether I want to be told of replies
 * @param unread whether there are replies that I follow and did not see
 */
public record ThreadSummary(
    int count, long last, long lastAt, List<UserId> by, boolean followed, boolean unread) {
  public ThreadSummary {
    by = List.copyOf(by);
  }
}
