package chat.parley.discovery;

import chat.parley.client.ServerAddress;
import chat.parley.model.Nonce;
import chat.parley.protocol.Datagram;
import chat.parley.protocol.Malformed;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks everybody near by UDP which servers are here, and hears who answers. */
final class Questions implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Questions.class);
  private static final int NONCE_BYTES = 12;
  private static final int MAX_HOSTS = 16;

  private final DatagramSocket socket;
  private final Ways ways;
  private final Supplier<List<String>> hosts;
  private final HostNames names;
  private final Heard listener;
  private final Nonce nonce;

  private Questions(
      DatagramSocket socket,
      Ways ways,
      Supplier<List<String>> hosts,
      HostNames names,
      Heard listener,
      Nonce nonce) {
    this.socket = socket;
    this.ways = ways;
    this.hosts = hosts;
    this.names = names;
    this.listener = listener;
    this.nonce = nonce;
  }

  static Questions open(
      Ways ways, Supplier<List<String>> hosts, HostNames.Resolver resolver, Heard listener)
      throws IOException {
    byte[] random = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(random);
    var socket = new DatagramSocket(0, InetAddress.ofLiteral("0.0.0.0"));
    socket.setBroadcast(true);
    var nonce = new Nonce(HexFormat.of().formatHex(random));
    var questions = new Questions(socket, ways, hosts, new HostNames(resolver), listener, nonce);
    Thread.ofPlatform().name("parley-search-answers").daemon().start(questions::listen);
    return questions;
  }

  /** Returns at once; hosts whose addresses are not known yet are asked when they are. */
  void ask() {
    byte[] bytes = Datagram.encode(new Datagram.Question(nonce)).getBytes(StandardCharsets.UTF_8);
    Lan.broadcasts(ways.here()).forEach(to -> send(bytes, to));
    if (!ways.here()) {
      hosts.get().stream()
          .limit(MAX_HOSTS)
          .forEach(host -> names.find(host, to -> send(bytes, to)));
    }
  }

  private void send(byte[] bytes, InetAddress to) {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, new InetSocketAddress(to, ways.port())));
    } catch (IOException e) {
      log.debug("Nobody can be asked at {}: {}", to, e.getMessage());
    }
  }

  private void listen() {
    var packet = new DatagramPacket(new byte[Datagram.MAX_BYTES], Datagram.MAX_BYTES);
    while (!socket.isClosed()) {
      try {
        packet.setLength(Datagram.MAX_BYTES);
        socket.receive(packet);
        String text =
            new String(
                packet.getData(), packet.getOffset(), packet.getLength(), StandardCharsets.UTF_8);
        if (Datagram.decode(text) instanceof Datagram.Answer answer
            && answer.nonce().equals(nonce)) {
          String host = packet.getAddress().getHostAddress();
          var at = new ServerAddress(host, answer.server().port());
          listener.server(answer.server(), at, Heard.By.ANSWER);
        }
      } catch (Malformed e) {
        log.debug("Something else answered: {}", e.sentence());
      } catch (IOException e) {
        if (!socket.isClosed()) {
          log.debug("An answer was lost: {}", e.getMessage());
        }
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
