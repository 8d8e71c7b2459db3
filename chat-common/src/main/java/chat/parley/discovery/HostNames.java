package chat.parley.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of hosts that are known by name. The network may take many seconds to say one, so
 * nobody waits for it. Safe for any thread.
 */
final class HostNames {
  /** Says the address of a host; may take as long as the network likes. */
  @FunctionalInterface
  interface Resolver {
    InetAddress resolve(String host) throws UnknownHostException;
  }

  private static final Logger log = LoggerFactory.getLogger(HostNames.class);

  private final Resolver resolver;
  private final Map<String, InetAddress> known = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  HostNames(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Returns at once. The network is asked anew each time, but not for a name for which it still has
   * no answer.
   *
   * @param then told the address of before at once, and another one when the network says it, on a
   *     thread of its own
   */
  void find(String host, Consumer<InetAddress> then) {
    InetAddress before = known.get(host);
    if (before != null) {
      then.accept(before);
    }
    if (underWay.add(host)) {
      // A look-up holds on to the thread it runs on, of which there are few for virtual ones.
      Thread.ofPlatform()
          .name("parley-search-name")
          .daemon()
          .start(
              () -> {
                try {
                  InetAddress now = resolver.resolve(host);
                  if (!now.equals(known.put(host, now))) {
                    then.accept(now);
                  }
                } catch (UnknownHostException e) {
                  known.remove(host);
                  log.debug("{} is not known on this network.", host);
                } finally {
                  underWay.remove(host);
                }
              });
    }
  }
}
