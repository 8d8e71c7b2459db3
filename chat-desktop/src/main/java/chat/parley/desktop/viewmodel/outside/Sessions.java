package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.ClientListener;
import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.protocol.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the way to a server, as one person. */
public interface Sessions {
  /** An open session: its cache and its connection, which is on its way up. */
  record Session(Archive archive, Archive.Snapshot snapshot, Connection connection) {}

  /**
   * The way to the same server by an address at which it was met before, under which this computer
   * keeps what a person has there; the same way when it was not. Returns at once.
   *
   * @param history what the server at the end of that way says of its history on the network; null
   *     when nothing is heard of it there
   * @param before where this person was, the likeliest first
   */
  default Invitation asMet(Invitation way, @Nullable String history, List<ServerAddress> before) {
    return way;
  }

  /**
   * Opens the cache of that person on that server, reads what it has, and starts to connect. Waits
   * for the disk, not for the network; not for the FX thread.
   *
   * @param way where the server is, and its key when somebody has named it
   * @param keptAs the name under which that person's cache is kept
   * @param auth who to say one is; a guest only where nobody came in before
   * @param listener told on any thread but in order, never before this method has read the snapshot
   * @throws Exception with one sentence for a person
   */
  Session open(Invitation way, String keptAs, Command.Auth auth, ClientListener listener)
      throws Exception;
}
