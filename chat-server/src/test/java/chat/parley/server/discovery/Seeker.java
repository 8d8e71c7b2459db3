package chat.parley.server.discovery;

import chat.parley.discovery.FoundServer;
import chat.parley.discovery.ServerSearch;
import chat.parley.discovery.Ways;
import chat.parley.protocol.Datagram;
import java.util.List;

/** A program that says on its output which servers it finds, until it is ended. */
public final class Seeker {
  private Seeker() {}

  /**
   * @param args {@code udp} for the way by asking alone, {@code mdns} for announcements alone
   */
  public static void main(String[] args) throws InterruptedException {
    Ways ways =
        args[0].equals("udp")
            ? new Ways(Datagram.PORT, false, false)
            : new Ways(Datagram.PORT + 1, true, false); // where nobody is asked
    try (ServerSearch _ = ServerSearch.start(ways, List::of, Seeker::say)) {
      Thread.currentThread().join();
    }
  }

  private static void say(List<FoundServer> found) {
    System.out.println(
        found.stream().map(one -> one.advert().name() + " at " + one.addresses()).toList());
  }
}
