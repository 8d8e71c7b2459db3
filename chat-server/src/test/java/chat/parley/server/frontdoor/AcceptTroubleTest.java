package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * T5: whatever was thrown on its accepting thread left the stock server listening and serving
 * nobody. Here the log throws, which is written to by that thread when it turns somebody away.
 */
class AcceptTroubleTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  private final Logger log = (Logger) LoggerFactory.getLogger(FrontDoor.class);
  private final Broken broken = new Broken();

  @BeforeEach
  void breakTheLog() {
    broken.setContext(log.getLoggerContext());
    broken.start();
    log.addAppender(broken);
    log.setAdditive(false);
    log.setLevel(Level.WARN);
  }

  @AfterEach
  void mendTheLog() {
    log.detachAppender(broken);
    log.setAdditive(true);
    log.setLevel(null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"an exception", "an error", "a stack that overflows"})
  void acceptingGoesOnAfter(String what) throws Exception {
    broken.thrown = what;
    try (var door = new TestDoor(config -> config.withPerAddress(1))) {
      try (var first = RawClient.webSocket(door.port())) {
        assertThat(first.echo("hello")).isEqualTo("hello");
        try (var second = RawClient.connect(door.port())) {
          Eventually.within(SOON, "thrown", () -> broken.times.get() == 1);
          assertThat(second.socket().isConnected()).isTrue();
        }
        assertThat(first.echo("still here")).isEqualTo("still here");
      }
      Eventually.within(SOON, "room again", () -> door.connections() == 0);
      try (var next = RawClient.webSocket(door.port())) {
        assertThat(next.echo("hello again")).isEqualTo("hello again");
      }
    }
  }

  /** Throws when it is told that somebody was turned away; else says nothing. */
  private static final class Broken extends UnsynchronizedAppenderBase<ILoggingEvent> {
    final AtomicInteger times = new AtomicInteger();
    volatile String thrown = "";

    @Override
    public void doAppend(ILoggingEvent event) {
      if (!event.getFormattedMessage().startsWith("Too many connections")) {
        return;
      }
      times.incrementAndGet();
      switch (thrown) {
        case "an exception" -> throw new IllegalStateException("as asked");
        case "an error" -> throw new AssertionError("as asked");
        default -> throw new StackOverflowError("as asked");
      }
    }

    @Override
    protected void append(ILoggingEvent event) {
      throw new AssertionError("never asked");
    }
  }
}
