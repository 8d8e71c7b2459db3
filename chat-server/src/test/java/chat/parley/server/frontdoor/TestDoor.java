package chat.parley.server.frontdoor;

import chat.parley.protocol.CloseCode;
import chat.parley.server.room.Frame;
import chat.parley.server.session.Conversation;
import chat.parley.server.session.Wire;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * A front door behind which everything is said back, but some words do harm: "block" waits until
 * {@link #release}, "deep" overflows the stack, "throw" and "assert" throw.
 */
final class TestDoor implements AutoCloseable {
  static final Deadlines SHORT =
      new Deadlines(
          Duration.ofMillis(400),
          Duration.ofMillis(400),
          Duration.ofSeconds(30),
          Duration.ofMillis(500),
          Duration.ofMillis(400),
          Duration.ofSeconds(1));

  final CopyOnWriteArrayList<Wire> wires = new CopyOnWriteArrayList<>();
  final CopyOnWriteArrayList<String> heard = new CopyOnWriteArrayList<>();
  final AtomicInteger gone = new AtomicInteger();

  /** How many milliseconds everybody has to wait before the next request. */
  final AtomicLong wait = new AtomicLong();

  final CountDownLatch release = new CountDownLatch(1);
  private final FrontDoor door;

  TestDoor() throws CannotListen {
    this(config -> config);
  }

  TestDoor(UnaryOperator<FrontDoorConfig> change) throws CannotListen {
    door =
        FrontDoor.start(
            change.apply(FrontDoorConfig.of("127.0.0.1", 0).withDeadlines(SHORT)),
            this::open,
            new Handler());
  }

  private final class Handler implements HttpHandler {
    @Override
    public void handle(ClassicHttpRequest request, ClassicHttpResponse response, Visit visit) {
      if (request.getPath().equals("/throw")) {
        throw new IllegalStateException("as asked");
      }
      response.setCode(200);
      response.setEntity(
          new StringEntity(request.getMethod() + " " + request.getPath() + " " + visit));
    }

    @Override
    public long waitMillis(String address) {
      return wait.get();
    }
  }

  int port() {
    return door.port();
  }

  int connections() {
    return door.connections();
  }

  void stop() {
    door.close(CloseCode.GOING_AWAY);
  }

  void offerToAll(Frame frame) {
    wires.forEach(wire -> wire.offer(frame));
  }

  @Override
  public void close() {
    release.countDown();
    stop();
  }

  private Conversation open(Wire wire) {
    wires.add(wire);
    return new Conversation() {
      @Override
      public void onText(String text) {
        heard.add(text);
        switch (text) {
          case "block" -> await(release);
          case "deep" -> wire.offer(Frame.of("" + depth(0)));
          case "throw" -> throw new IllegalStateException("as asked");
          case "assert" -> throw new AssertionError("as asked");
          case "bye" -> wire.close(CloseCode.REPLACED, "As asked.");
          default -> wire.offer(Frame.of(text));
        }
      }

      @Override
      public void onGone() {
        gone.incrementAndGet();
      }
    };
  }

  private static int depth(int at) {
    return depth(at + 1) + 1;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
