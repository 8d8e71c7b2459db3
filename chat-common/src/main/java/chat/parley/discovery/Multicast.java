package chat.parley.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.jmdns.JmDNS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * mDNS on each of this computer's addresses, one responder for each: with one for all, it speaks on
 * a network of its own choice only. All methods may wait for the network, one caller at a time.
 */
public final class Multicast implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Multicast.class);

  private final Supplier<List<InetAddress>> addresses;
  private final Consumer<JmDNS> begun;
  private final Map<InetAddress, JmDNS> open = new HashMap<>();
  private boolean closed;

  /**
   * @param addresses those of this moment
   * @param begun what to do with each responder
   */
  public Multicast(Supplier<List<InetAddress>> addresses, Consumer<JmDNS> begun) {
    this.addresses = addresses;
    this.begun = begun;
  }

  /** The addresses of a server that is reached at this computer only, or on its networks. */
  public static List<InetAddress> addresses(boolean loopbackOnly) {
    return loopbackOnly ? List.of(InetAddress.ofLiteral("127.0.0.1")) : Lan.own();
  }

  /** Follows the computer from network to network. */
  public synchronized void follow() {
    if (closed) {
      return;
    }
    Set<InetAddress> now = Set.copyOf(addresses.get());
    for (Map.Entry<InetAddress, JmDNS> one : List.copyOf(open.entrySet())) {
      if (!now.contains(one.getKey())) {
        open.remove(one.getKey());
        end(one.getValue());
      }
    }
    for (InetAddress address : now) {
      if (!open.containsKey(address)) {
        begin(address);
      }
    }
  }

  private void begin(InetAddress address) {
    try {
      String name = "parley-" + address.getHostAddress();
      // JmDNS asks a name server, which may be far away, for the name of an address without one.
      InetAddress named = InetAddress.getByAddress(name, address.getAddress());
      JmDNS responder = JmDNS.create(named, name);
      open.put(address, responder);
      begun.accept(responder);
    } catch (IOException | RuntimeException e) {
      log.debug("No mDNS at {}: {}", address, e.getMessage());
    }
  }

  private static void end(JmDNS responder) {
    try {
      responder.close();
    } catch (IOException e) {
      log.debug("A responder ended: {}", e.getMessage());
    }
  }

  /** May take seconds: says goodbye on each network, on all at the same time. */
  @Override
  public synchronized void close() {
    closed = true;
    var ending = new ArrayList<Thread>();
    for (JmDNS responder : open.values()) {
      ending.add(Thread.ofVirtual().start(() -> end(responder)));
    }
    open.clear();
    for (Thread thread : ending) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
