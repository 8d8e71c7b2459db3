package chat.parley.discovery;

import chat.parley.client.ServerAddress;
import chat.parley.protocol.Advert;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Knocks at the doors of announced servers, at all side by side: nobody who is there waits for one
 * whose power went. Safe for any thread.
 */
final class Doors {
  /** Opens a connection and closes it again; may wait for somebody to open. */
  @FunctionalInterface
  interface Knock {
    void at(ServerAddress door) throws IOException;
  }

  /** As many as are announced, so that none waits; more only while announcements come and go. */
  static final int MAX_AT_ONCE = Announced.MAX_ALL;

  private final Knock knock;
  private final Heard listener;
  private final Set<ServerAddress> underWay = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(MAX_AT_ONCE);

  /**
   * @param listener told of each that opens, on a thread of its own
   */
  Doors(Knock knock, Heard listener) {
    this.knock = knock;
    this.listener = listener;
  }

  /** Returns at once. Leaves out those at which it is knocking still. */
  void knock(Map<ServerAddress, Advert> announced) {
    announced.forEach(
        (at, advert) -> {
          if (underWay.add(at)) {
            if (free.tryAcquire()) {
              Thread.ofVirtual().name("parley-search-knock").start(() -> knock(at, advert));
            } else {
              underWay.remove(at);
            }
          }
        });
  }

  private void knock(ServerAddress at, Advert advert) {
    if (opens(at)) {
      listener.server(advert, at, Heard.By.ANNOUNCEMENT);
    }
  }

  private boolean opens(ServerAddress at) {
    try {
      knock.at(at);
      return true;
    } catch (IOException e) {
      return false; // Nobody opens: it is not there, or not for us.
    } finally {
      free.release();
      underWay.remove(at);
    }
  }
}
