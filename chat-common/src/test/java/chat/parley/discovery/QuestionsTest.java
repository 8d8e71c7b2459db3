package chat.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class QuestionsTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final CountDownLatch answered = new CountDownLatch(1);
  private final AtomicInteger lookUps = new AtomicInteger();

  @AfterEach
  void letGo() {
    answered.countDown();
  }

  @Test
  void everybodyNearIsAskedWhileNamesAreStillLookedUp() throws Exception {
    try (var neighbour = new DatagramSocket();
        Questions questions = questions(neighbour)) {
      questions.ask();
      assertThat(heard(neighbour)).contains("who_is_here");
      assertThat(answered.getCount()).isOne();
    }
  }

  /** A socket at one address hears what is said to that address, and nothing said to everybody. */
  @Test
  void hostIsAskedAsSoonAsItsAddressIsThere() throws Exception {
    try (var host = new DatagramSocket(0, HERE);
        Questions questions = questions(host)) {
      questions.ask();
      questions.ask();
      answered.countDown();
      assertThat(heard(host)).contains("who_is_here");
      assertThat(lookUps).hasValue(1);
      questions.ask();
      assertThat(heard(host)).contains("who_is_here");
    }
  }

  private Questions questions(DatagramSocket at) throws Exception {
    return Questions.open(
        new Ways(at.getLocalPort(), false, false),
        () -> List.of("office-pc"),
        this::lookUp,
        (_, _, _) -> {});
  }

  private InetAddress lookUp(String host) throws UnknownHostException {
    lookUps.incrementAndGet();
    try {
      answered.await();
    } catch (InterruptedException e) {
      throw new UnknownHostException(host);
    }
    return HERE;
  }

  private static String heard(DatagramSocket socket) throws Exception {
    var packet = new DatagramPacket(new byte[2_048], 2_048);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }
}
