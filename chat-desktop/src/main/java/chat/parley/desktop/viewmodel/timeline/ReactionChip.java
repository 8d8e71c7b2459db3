package chat.parley.desktop.viewmodel.timeline;

import chat.parley.model.UserId;
import java.util.List;

/**
 * All who reacted to a message by one emoji.
 *
 * @param mine whether I am among them
 */
public record ReactionChip(String emoji, List<UserId> by, boolean mine) {
  public ReactionChip {
    by = List.copyOf(by);
  }
}
