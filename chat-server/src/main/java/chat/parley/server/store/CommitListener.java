package chat.parley.server.store;

import chat.parley.protocol.Event;
import java.util.List;

/** Is told of every batch that was committed, in commit order. */
public interface CommitListener {
  /**
   * Runs on the store's delivery thread, after the results of the same batch were handed to their
   * writers. Must not block.
   *
   * @param events what is new in the rooms' logs, in seq order within each room; messages carry
   *     their nonce
   */
  void onCommitted(List<Event.RoomEvent> events);

  /**
   * Runs after {@link #onCommitted} of the same batch, on the same thread. Must not block.
   *
   * @param recounts the numbers as they are after the events of the batch
   */
  default void onRecounted(List<Recount> recounts) {}
}
