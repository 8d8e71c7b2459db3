package chat.parley.server.discovery;

import chat.parley.discovery.Ways;
import chat.parley.protocol.Advert;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that makes a server known on its network, until it is closed. */
public final class Announcements implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Announcements.class);

  private final @Nullable Beacon beacon;
  private final @Nullable Notice notice;

  private Announcements(@Nullable Beacon beacon, @Nullable Notice notice) {
    this.beacon = beacon;
    this.notice = notice;
  }

  /**
   * Returns at once. What cannot be opened is written to the log: a server that nobody finds by
   * itself still serves those who know its address.
   *
   * @param bind the address on which the server listens
   * @param advert what to say at that moment; called on any thread
   */
  public static Announcements start(Ways ways, String bind, Supplier<Advert> advert) {
    Audience audience = Audience.of(bind);
    return new Announcements(
        beacon(ways.port(), audience, advert),
        ways.multicast() ? Notice.start(audience, advert) : null);
  }

  private static @Nullable Beacon beacon(int port, Audience audience, Supplier<Advert> advert) {
    try {
      return Beacon.open(port, audience, advert);
    } catch (IOException e) {
      log.warn("Apps cannot ask for this server: UDP port {} is taken. {}", port, e.getMessage());
      return null;
    }
  }

  /** Takes at most two seconds, in which the network is told goodbye. */
  @Override
  public void close() {
    if (beacon != null) {
      beacon.close();
    }
    if (notice != null) {
      notice.close();
    }
  }
}
