package chat.parley.server;

import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Malformed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client that says exactly what a test tells it to, over the JDK's own WebSocket: it shares no
 * wire code with the server.
 */
final class Guest implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LinkedBlockingDeque<String> inbox = new LinkedBlockingDeque<>();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong ids = new AtomicLong();

  /** What carries texts to the server and back. */
  interface Line {
    void say(String text);

    /** Without a word. */
    void abort();
  }

  private final Line line;
  private volatile int closeCode;
  private Event.@Nullable Welcome welcome;

  private Guest(int port, String query) {
    WebSocket socket =
        HTTP.newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws" + query), new Ears())
            .join();
    line =
        new Line() {
          @Override
          public void say(String text) {
            socket.sendText(text, true).join();
          }

          @Override
          public void abort() {
            socket.abort();
          }
        };
  }

  private Guest(int port) {
    line = new StreamLine(port, this::hear, code -> closeCode = code);
  }

  /** Connected without a WebSocket, nobody yet. */
  static Guest byStream(int port) {
    return new Guest(port);
  }

  /** Connected, nobody yet. */
  static Guest connect(int port) {
    return connect(port, "");
  }

  /**
   * @param query of the address, with its question mark
   */
  static Guest connect(int port, String query) {
    return new Guest(port, query);
  }

  /** Logged in as a new guest of that name. */
  static Guest named(int port, String name) {
    Guest guest = connect(port);
    guest.hello(new Command.Auth.Guest(name), null, Map.of());
    guest.until(Event.CaughtUp.class);
    return guest;
  }

  Event.Welcome hello(Command.Auth auth, @Nullable String epoch, Map<RoomId, Long> cursors) {
    return hello(auth, epoch, cursors, 0);
  }

  Event.Welcome hello(
      Command.Auth auth, @Nullable String epoch, Map<RoomId, Long> cursors, long kept) {
    say(new Command.Hello(nextId(), Command.VERSION, "test", auth, epoch, cursors, kept));
    welcome = await(Event.Welcome.class);
    return welcome;
  }

  Event.Welcome welcome() {
    return Objects.requireNonNull(welcome);
  }

  long nextId() {
    return ids.incrementAndGet();
  }

  void say(Command command) {
    sayText(Codec.encode(command));
  }

  void sayText(String text) {
    line.say(text);
  }

  RoomState join(String room) {
    say(new Command.Join(nextId(), new Command.Place.ByName(room, true)));
    return await(Event.Joined.class).room();
  }

  /** The next event of that kind; what comes before it is passed over. */
  <T extends Event> T await(Class<T> kind) {
    return await(kind, _ -> true);
  }

  <T extends Event> T await(Class<T> kind, Predicate<T> matching) {
    var passed = new ArrayList<String>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String text = poll(end - System.nanoTime());
      if (text == null) {
        throw new AssertionError(
            "No " + kind.getSimpleName() + " came, only " + passed + ", closed " + closeCode);
      }
      passed.add(text);
      Event event = decode(text);
      if (kind.isInstance(event) && matching.test(kind.cast(event))) {
        return kind.cast(event);
      }
    }
  }

  /** The reply to that command, of that kind; what comes before it stays to be awaited. */
  <T extends Event.Reply> T expect(Class<T> kind, long re) {
    var passed = new ArrayList<String>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String text = poll(end - System.nanoTime());
      if (text == null) {
        throw new AssertionError("No reply to " + re + " came, only " + passed);
      }
      if (decode(text) instanceof Event.Reply reply && reply.re() == re) {
        passed.reversed().forEach(inbox::addFirst);
        if (!kind.isInstance(reply)) {
          throw new AssertionError("Not a " + kind.getSimpleName() + ": " + reply);
        }
        return kind.cast(reply);
      }
      passed.add(text);
    }
  }

  /** All that arrives until an event of that kind, in order. */
  List<Event> until(Class<? extends Event> kind) {
    var events = new ArrayList<Event>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String text = poll(end - System.nanoTime());
      if (text == null) {
        throw new AssertionError("No " + kind.getSimpleName() + " came, only " + events);
      }
      Event event = decode(text);
      if (kind.isInstance(event)) {
        return events;
      }
      events.add(event);
    }
  }

  /** The next so many answers to sends, acks and refusals, in order. */
  List<Event.Reply> answers(int count) {
    var answers = new ArrayList<Event.Reply>();
    while (answers.size() < count) {
      answers.add(
          await(
              Event.Reply.class,
              reply -> reply instanceof Event.Ack || reply instanceof Event.Failed));
    }
    return answers;
  }

  /** Everything that was said to this client before its ping was answered. */
  List<Event> soFar() {
    say(new Command.Ping(nextId()));
    return until(Event.Pong.class);
  }

  /** Every text that ever came, awaited or not. */
  List<String> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  /** The next refusal; null when the connection was closed before there was one. */
  Event.@Nullable Failed awaitRefusalOrClose() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      String text = poll(TimeUnit.MILLISECONDS.toNanos(10));
      if (text != null && decode(text) instanceof Event.Failed failed) {
        return failed;
      }
      if (text == null && closeCode != 0) {
        return null;
      }
    }
    throw new AssertionError("Neither refused nor closed");
  }

  int awaitClose() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (closeCode == 0 && System.nanoTime() < end) {
      poll(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return closeCode;
  }

  /** Gone without a word. */
  void cut() {
    line.abort();
  }

  @Override
  public void close() {
    line.abort();
  }

  private @Nullable String poll(long nanos) {
    try {
      return inbox.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Event decode(String text) {
    try {
      return Codec.decodeEvent(text).orElseThrow();
    } catch (Malformed e) {
      throw new AssertionError("Not an event: " + text, e);
    }
  }

  private void hear(String text) {
    heard.add(text);
    inbox.add(text);
  }

  private final class Ears implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        hear(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closeCode = code;
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closeCode = closeCode == 0 ? 1006 : closeCode;
    }
  }
}
