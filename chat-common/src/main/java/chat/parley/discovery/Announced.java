package chat.parley.discovery;

import chat.parley.client.ServerAddress;
import chat.parley.protocol.Advert;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where servers are by what is announced. Anybody on the network may announce anything, so of each
 * server a few addresses are kept, and only those near: no announcement makes this computer knock
 * at doors elsewhere. Safe for any thread.
 */
final class Announced {
  static final int MAX_ADDRESSES = 4;
  static final int MAX_ALL = 64;

  private final Predicate<InetAddress> near;
  private final Map<ServerAddress, Advert> all = new LinkedHashMap<>();

  /**
   * @param near whether an address is on a network of this computer
   */
  Announced(Predicate<InetAddress> near) {
    this.near = near;
  }

  /** Returns those of its addresses that were not known before. */
  synchronized Map<ServerAddress, Advert> add(
      Advert advert, List<? extends InetAddress> addresses) {
    Set<ServerAddress> before = Set.copyOf(all.keySet());
    addresses.stream()
        .filter(near)
        .limit(MAX_ADDRESSES)
        .map(address -> new ServerAddress(address.getHostAddress(), advert.port()))
        .forEach(at -> add(advert, at));
    var added = new LinkedHashMap<>(all);
    added.keySet().removeAll(before);
    return added;
  }

  private void add(Advert advert, ServerAddress at) {
    if (!all.containsKey(at)) {
      List<ServerAddress> before = addressesOf(advert);
      if (before.size() == MAX_ADDRESSES) {
        all.remove(before.getFirst()); // A computer that goes from network to network leaves some.
      } else if (all.size() == MAX_ALL) {
        return;
      }
    }
    all.put(at, advert);
  }

  private List<ServerAddress> addressesOf(Advert server) {
    return all.entrySet().stream()
        .filter(one -> one.getValue().id().equals(server.id()))
        .filter(one -> Objects.equals(one.getValue().key(), server.key()))
        .map(Map.Entry::getKey)
        .toList();
  }

  synchronized void remove(Advert gone) {
    all.values().removeIf(advert -> advert.id().equals(gone.id()));
  }

  /** As of this moment. */
  synchronized Map<ServerAddress, Advert> all() {
    return Map.copyOf(all);
  }
}
