package chat.parley.server.discovery;

import chat.parley.protocol.Advert;
import chat.parley.protocol.Datagram;
import chat.parley.protocol.Malformed;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers those near by who ask which servers are here. Several servers on one computer share the
 * port, and a question to everybody reaches all of them.
 */
final class Beacon implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Beacon.class);

  private final DatagramSocket socket;
  private final Audience audience;
  private final Supplier<Advert> advert;
  private final AnswerRate rate = new AnswerRate();

  private Beacon(DatagramSocket socket, Audience audience, Supplier<Advert> advert) {
    this.socket = socket;
    this.audience = audience;
    this.advert = advert;
  }

  static Beacon open(int port, Audience audience, Supplier<Advert> advert) throws IOException {
    var socket = new DatagramSocket(null);
    try {
      socket.setReuseAddress(true);
      // Also for one that serves this computer only: what is said to all does not reach 127.0.0.1.
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    var beacon = new Beacon(socket, audience, advert);
    Thread.ofPlatform().name("parley-beacon").daemon().start(beacon::listen);
    return beacon;
  }

  private void listen() {
    var packet = new DatagramPacket(new byte[Datagram.MAX_BYTES], Datagram.MAX_BYTES);
    while (!socket.isClosed()) {
      try {
        packet.setLength(Datagram.MAX_BYTES);
        socket.receive(packet);
        answer(packet);
      } catch (Malformed e) {
        log.debug("Something else was said to the beacon: {}", e.sentence());
      } catch (IOException | RuntimeException e) {
        if (!socket.isClosed()) {
          log.debug("A question was not answered: {}", e.getMessage());
        }
      }
    }
  }

  private void answer(DatagramPacket asked) throws IOException, Malformed {
    InetAddress from = asked.getAddress();
    if (!audience.mayKnow(from)) {
      return;
    }
    String text =
        new String(asked.getData(), asked.getOffset(), asked.getLength(), StandardCharsets.UTF_8);
    if (Datagram.decode(text) instanceof Datagram.Question question
        && rate.take(from, System.nanoTime())) {
      byte[] answer =
          Datagram.encode(new Datagram.Answer(question.nonce(), advert.get()))
              .getBytes(StandardCharsets.UTF_8);
      socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
