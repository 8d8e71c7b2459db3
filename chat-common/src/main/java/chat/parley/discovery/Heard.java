package chat.parley.discovery;

import chat.parley.client.ServerAddress;
import chat.parley.protocol.Advert;

/** Is told that a server is there, on any thread. */
@FunctionalInterface
interface Heard {
  /** How it is known that a server is at an address. */
  enum By {
    /** An answer came from there. */
    ANSWER,
    /** Somebody on the network says so. */
    ANNOUNCEMENT
  }

  void server(Advert advert, ServerAddress at, By by);
}
