package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.Acquaintance;
import chat.parley.discovery.FoundServer;
import java.util.List;
import java.util.function.Consumer;

/** Looks for servers on the network. */
public interface Finder {
  /** A server that is on the network. */
  record Seen(FoundServer server, Acquaintance acquaintance) {}

  /** What became of knocking at an address. */
  enum Answer {
    OPEN,
    /** A computer is there and has nobody at that port. */
    SHUT,
    SILENT,
    /** The network knows no computer of that name. */
    UNKNOWN
  }

  /**
   * @param near whether it is on a network that this computer is on too
   */
  record Knock(ServerAddress at, Answer answer, boolean near) {}

  /**
   * What may be the reason for finding nothing.
   *
   * @param own the addresses of this computer at which others are
   * @param inside its addresses on networks with machines inside of it, and in tunnels
   * @param asks whether its system lets an app see the network only when a person allows it
   */
  record Checkup(List<String> own, List<String> inside, List<Knock> knocks, boolean asks) {
    public Checkup {
      own = List.copyOf(own);
      inside = List.copyOf(inside);
      knocks = List.copyOf(knocks);
    }
  }

  /**
   * Begins to look. Returns at once.
   *
   * @param listener told on the FX thread of all that are there, whenever that changes
   * @return ends it; returns at once too
   */
  Runnable look(Consumer<List<Seen>> listener);

  /**
   * Knocks at these addresses. Returns at once.
   *
   * @param done told on the FX thread, some seconds later
   */
  void check(List<ServerAddress> at, Consumer<Checkup> done);
}
