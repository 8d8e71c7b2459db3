package chat.parley.server.frontdoor;

import chat.parley.wire.Neighbourhood;
import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is inside. One {@link #leave} for every {@link #enter} that said yes. */
final class Admission {
  /**
   * So many addresses' worth may come from one neighbourhood: of IPv6 that is one person with very
   * many addresses, or a whole network with one for each.
   */
  private static final int NEIGHBOURS = 16;

  private final int most;
  private final int mostPerAddress;
  private final AtomicInteger inside = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> byAddress = new ConcurrentHashMap<>();

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
    if (mostPerAddress == 0) {
      return true;
    }
    String one = address.getHostAddress();
    String near = Neighbourhood.of(address);
    boolean fits = byAddress.merge(one, 1, Integer::sum) <= mostPerAddress;
    if (!near.equals(one)) {
      fits &= byAddress.merge(near, 1, Integer::sum) <= NEIGHBOURS * mostPerAddress;
    }
    if (!fits) {
      leave(address);
    }
    return fits;
  }

  void leave(InetAddress address) {
    if (mostPerAddress > 0) {
      String one = address.getHostAddress();
      String near = Neighbourhood.of(address);
      oneLess(one);
      if (!near.equals(one)) {
        oneLess(near);
      }
    }
    inside.decrementAndGet();
  }

  private void oneLess(String whose) {
    byAddress.computeIfPresent(whose, (_, count) -> count == 1 ? null : count - 1);
  }

  int inside() {
    return inside.get();
  }
}
