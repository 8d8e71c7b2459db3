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

  /** The systems whose firewalls are worth a word of their own. */
  enum Kind {
    LINUX,
    WINDOWS,
    MAC
  }

  /**
   * What may be the reason for finding nothing.
   *
   * @param own the addresses of this computer
   */
  record Checkup(List<String> own, List<Knock> knocks, Kind system) {
    public Checkup {
      own = List.copyOf(own);
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
