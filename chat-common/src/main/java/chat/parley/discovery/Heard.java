package chat.parley.discovery;

import chat.parley.client.ServerAddress;
import chat.parley.protocol.Advert;

/** Is told that a server is there, on any thread. */
@FunctionalInterface
interface Heard {
  void server(Advert advert, ServerAddress at);
}
