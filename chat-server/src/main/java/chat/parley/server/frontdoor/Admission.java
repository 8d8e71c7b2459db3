package chat.parley.server.frontdoor;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is inside. One {@link #leave} for every {@link #enter} that said yes. */
final class Admission {
  private final int most;
  private final int mostPerAddress;
  private final AtomicInteger inside = new AtomicInteger();
  private final ConcurrentHashMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

  /**
   * @param mostPerAddress 0 for no such cap
   */
  Admission(int most, int mostPerAddress) {
    this.most = most;
    this.mostPerAddress = mostPerAddress;
  }

  boolean enter(InetAddress address) {
    if (inside.incrementAndGet() > most) {
      inside.decrementAndGet();
      return false;
    }
    if (mostPerAddress > 0 && byAddress.merge(address, 1, Integer::sum) > mostPerAddress) {
      leave(address);
      return false;
    }
    return true;
  }

  void leave(InetAddress address) {
    if (mostPerAddress > 0) {
      byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }
    inside.decrementAndGet();
  }

  int inside() {
    return inside.get();
  }
}
