package chat.parley.server.discovery;

import chat.parley.discovery.Lan;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Those who can reach a server at the address on which it listens: only they are told of it.
 *
 * @param bind 0.0.0.0 or :: for all addresses of this computer
 */
record Audience(InetAddress bind) {
  static Audience of(String bind) {
    try {
      return new Audience(InetAddress.getByName(bind));
    } catch (UnknownHostException e) {
      // A server that listens there has looked it up before, so this is a fault of this moment.
      return new Audience(InetAddress.getLoopbackAddress());
    }
  }

  /**
   * Nobody on the internet is answered: a sender's address is easily forged, and the answer is
   * longer than the question.
   */
  boolean mayKnow(InetAddress from) {
    if (bind.isLoopbackAddress()) {
      return from.isLoopbackAddress();
    }
    return Lan.isPrivate(from) && (bind.isAnyLocalAddress() || Lan.isOnNetworkOf(bind, from));
  }

  /** The addresses from which the server is announced at this moment. */
  List<InetAddress> from() {
    if (bind.isLoopbackAddress()) {
      return List.of(InetAddress.ofLiteral("127.0.0.1"));
    }
    List<InetAddress> own = Lan.own();
    return bind.isAnyLocalAddress() ? own : own.stream().filter(bind::equals).toList();
  }
}
