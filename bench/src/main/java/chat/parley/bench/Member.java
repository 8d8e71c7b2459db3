package chat.parley.bench;

import chat.parley.client.Secrecy;
import chat.parley.client.ServerAddress;
import chat.parley.client.WebSocketLine;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Malformed;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One person of the load: logs in as a guest, may join one room, says what it is told to, and
 * checks what it hears. A whole client would keep a journal and come back after a cut; here a cut
 * is something to be counted.
 */
final class Member implements WebSocketLine.Listener {
  private static final long PATIENCE_SECONDS = 30;
  private static final long PING_ID = Long.MAX_VALUE >> 11;

  private final PolledLine line;
  private final String name;
  private final Command.Auth auth;
  private final CompletableFuture<Event.Welcome> welcome = new CompletableFuture<>();
  private final Map<Long, CompletableFuture<Event.Joined>> joins = new ConcurrentHashMap<>(2);
  private final Map<Long, Long> saidAt = new ConcurrentHashMap<>(2);
  private final AtomicLong lastId = new AtomicLong();

  /** Replaced between the parts of a run. */
  private volatile Tally tally;

  /** Told after each ack, and after each refusal; null for who sends by the clock. */
  private volatile @Nullable Runnable afterAck;

  private volatile @Nullable Runnable afterRefusal;

  private volatile boolean leaving;

  /** Reading thread, and read after the run. */
  private volatile long lastSeq;

  Member(Poller poller, ServerAddress server, String name, Tally tally) {
    this(poller, server, name, new Command.Auth.Guest(name), tally);
  }

  Member(Poller poller, ServerAddress server, String name, Command.Auth auth, Tally tally) {
    this.name = name;
    this.auth = auth;
    this.tally = tally;
    this.line = new PolledLine(poller, server, this);
  }

  /** Logs in; returns when the server has said welcome. */
  void enter() throws Exception {
    line.start();
    welcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  RoomId join(String room) throws Exception {
    long id = lastId.incrementAndGet();
    var joined = new CompletableFuture<Event.Joined>();
    joins.put(id, joined);
    line.send(Codec.encode(new Command.Join(id, new Command.Place.ByName(room, true))));
    return joined.get(PATIENCE_SECONDS, TimeUnit.SECONDS).room().room().id();
  }

  /** Says a message that carries the time at which it was said. */
  void say(RoomId room, String padding) {
    long id = lastId.incrementAndGet();
    long now = System.nanoTime();
    saidAt.put(id, now);
    String body = now + " " + padding;
    line.send(Codec.encode(new Command.Send(id, room, new Nonce(name + "-" + id), body)));
  }

  void ping() {
    line.send(Codec.encode(new Command.Ping(PING_ID)));
  }

  void countInto(Tally other) {
    tally = other;
  }

  void afterAck(Runnable task) {
    afterAck = task;
  }

  void afterRefusal(Runnable task) {
    afterRefusal = task;
  }

  void stopReading() {
    line.stopReading();
  }

  /** The seq of the newest event heard. */
  long lastSeq() {
    return lastSeq;
  }

  int waitingForAck() {
    return saidAt.size();
  }

  /** Ends the line at once. */
  void leave() {
    leaving = true;
    line.cut();
  }

  /** A load is always plain. */
  @Override
  public void onSecrecy(Secrecy secrecy) {}

  @Override
  public void onOpen() {
    line.send(
        Codec.encode(
            new Command.Hello(
                lastId.incrementAndGet(), Command.VERSION, "Parley bench", auth, null, Map.of())));
  }

  @Override
  public void onText(String text) {
    if (EventScan.isOfType(text, "message")) {
      message(text);
    } else if (EventScan.isOfType(text, "ack")) {
      acked(text);
    } else if (EventScan.seq(text) > 0 && welcome.isDone()) {
      follow(EventScan.seq(text));
    } else {
      rare(text);
    }
  }

  @Override
  public void onClosed(WebSocketLine.Closed closed) {
    var gone = new IllegalStateException(closed.problem() + " (" + closed.code() + ")");
    welcome.completeExceptionally(gone);
    joins.values().forEach(join -> join.completeExceptionally(gone));
    if (!leaving) {
      tally.cuts.increment();
    }
  }

  private void message(String text) {
    Tally into = tally;
    into.received.add(System.nanoTime() - EventScan.stamp(text));
    into.deliveries.increment();
    follow(EventScan.seq(text));
  }

  /** A member is in one room, so that all its events follow each other. */
  private void follow(long seq) {
    if (lastSeq != 0 && seq != lastSeq + 1) {
      tally.disorder.increment();
    }
    lastSeq = seq;
  }

  private void acked(String text) {
    if (decode(text) instanceof Event.Ack ack) {
      Long at = saidAt.remove(ack.re());
      if (at != null) {
        tally.acked.add(System.nanoTime() - at);
        tally.acks.increment();
      }
    }
    run(afterAck);
  }

  private void rare(String text) {
    switch (decode(text)) {
      case Event.Welcome e -> welcome.complete(e);
      case Event.Joined e -> {
        CompletableFuture<Event.Joined> join = joins.remove(e.re());
        if (join != null) {
          join.complete(e);
        }
      }
      case Event.Failed e -> failed(e);
      case null, default -> {}
    }
  }

  private void failed(Event.Failed e) {
    var why = new TurnedAway(e);
    CompletableFuture<Event.Joined> join = joins.remove(e.re());
    if (!welcome.isDone()) {
      welcome.completeExceptionally(why);
    } else if (join != null) {
      join.completeExceptionally(why);
    } else {
      saidAt.remove(e.re());
      tally.refusals.increment();
      run(afterRefusal);
    }
  }

  /** What the server said no to. */
  static final class TurnedAway extends IllegalStateException {
    private static final long serialVersionUID = 1L;
    private final long retryMs;

    private TurnedAway(Event.Failed why) {
      super(why.code() + ": " + why.message());
      retryMs = why.retryMs();
    }

    /** When to come again; 0 when the server did not say. */
    long retryMs() {
      return retryMs;
    }
  }

  private static void run(@Nullable Runnable task) {
    if (task != null) {
      task.run();
    }
  }

  private static @Nullable Event decode(String text) {
    try {
      return Codec.decodeEvent(text).orElse(null);
    } catch (Malformed e) {
      throw new IllegalStateException(e.sentence(), e);
    }
  }
}
