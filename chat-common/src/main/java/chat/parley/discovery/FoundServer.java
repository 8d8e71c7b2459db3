package chat.parley.discovery;

import chat.parley.client.ServerAddress;
import chat.parley.protocol.Advert;
import java.util.List;

/**
 * A server that is on the network now.
 *
 * @param advert what it said last
 * @param addresses where it answers, the one to be preferred first; never empty
 */
public record FoundServer(Advert advert, List<ServerAddress> addresses) {
  public FoundServer {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("A server that was found is somewhere.");
    }
  }
}
