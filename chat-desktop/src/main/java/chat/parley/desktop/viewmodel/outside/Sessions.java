package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.ClientListener;
import chat.parley.client.ServerAddress;

/** Opens the way to a server, as one person. */
public interface Sessions {
  /** An open session: its cache and its connection, which is on its way up. */
  record Session(Archive archive, Archive.Snapshot snapshot, Connection connection) {}

  /**
   * Opens the cache of that person on that server, reads what it has, and starts to connect. Waits
   * for the disk, not for the network; not for the FX thread.
   *
   * @param listener told on any thread but in order, never before this method has read the snapshot
   * @throws Exception with one sentence for a person
   */
  Session open(ServerAddress address, String name, ClientListener listener) throws Exception;
}
