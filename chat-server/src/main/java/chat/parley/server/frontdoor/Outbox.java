package chat.parley.server.frontdoor;

import chat.parley.protocol.CloseCode;
import chat.parley.server.room.Frame;
import chat.parley.server.session.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be sent on one WebSocket connection, and the sending of it.
 *
 * <pre>
 *   OPEN ──close, finish, cut──▶ CLOSING ──last byte sent──▶ SHUT
 *     └────────────── abandon, failed write ─────────────────▲
 * </pre>
 *
 * <p>Offering takes a short lock and never waits. While something waits, one virtual thread sends:
 * it joins whole frames to one write of at most {@value #WRITE_BYTES} bytes; a frame that waits
 * alone goes out from its shared bytes, without a copy. Under load this batches by itself, idle it
 * adds no delay, and nothing is reserved for a connection on which nothing waits.
 *
 * <p><b>The caps.</b> Passing frames are dropped above the soft cap, and an offer above the hard
 * cap cuts the connection. What counts is what the socket had not taken <em>before</em> the offer,
 * so one frame may be larger than the cap. Two things are not held against a reader. One frame over
 * {@value #WRITE_BYTES} bytes at a time (a page of history that the client asked for) does not
 * count while it waits. And a burst is not slowness: as long as the socket took something in the
 * last moment, {@value #BURST_FACTOR} times the hard cap may wait. So that much, the large frame
 * and the last one offered are the most that is ever kept for one connection.
 */
final class Outbox implements Wire {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  static final int WRITE_BYTES = 128 * 1024;

  static final int BURST_FACTOR = 4;

  /** So small that a thin line shows progress in time. */
  private static final int SLOW_WRITE_BYTES = 16 * 1024;

  private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * What all outboxes of a door keep to.
   *
   * @param softBytes above this, passing frames are dropped
   * @param hardBytes above this, the connection is cut
   * @param burstNanos for how long after the socket took something the hard cap is not enforced
   * @param stalledNanos how long a write may go without progress
   * @param goodbyeNanos how long a closing connection may take
   * @param clock {@link System#nanoTime}, or a test's
   */
  record Rules(
      int softBytes,
      int hardBytes,
      long burstNanos,
      long stalledNanos,
      long goodbyeNanos,
      LongSupplier clock) {
    static Rules of(Deadlines deadlines) {
      return new Rules(
          256 * 1024,
          1024 * 1024,
          TimeUnit.MILLISECONDS.toNanos(500),
          deadlines.stalled().toNanos(),
          deadlines.goodbye().toNanos(),
          System::nanoTime);
    }
  }

  private enum State {
    OPEN,
    CLOSING,
    SHUT
  }

  private final Line line;
  private final Rules rules;

  /** Written under this lock; read without it where a moment's delay does no harm. */
  private volatile State state = State.OPEN;

  // The rest is guarded by this.

  /** Null while nothing waits. */
  private @Nullable ArrayDeque<ByteBuffer> waiting;

  /** Bytes offered and not yet taken by the socket. */
  private long unsentBytes;

  /** The large frame that is not held against the reader, and how much of it is unsent. */
  private @Nullable ByteBuffer large;

  private int largeUnsentBytes;

  private boolean sending;
  private long progressAt;

  /** Zero while open. */
  private long closeBy;

  Outbox(Line line, Rules rules) {
    this.line = line;
    this.rules = rules;
  }

  @Override
  public void offer(Frame frame) {
    offer(frame.bytes(), frame.isPassing());
  }

  /** Queues bytes that the engine made: its handshake answer, a pong, its close frame. */
  void control(ByteBuffer bytes) {
    offer(bytes, false);
  }

  @Override
  public void close(CloseCode code, String reason) {
    close(code.code(), reason);
  }

  /**
   * @param code a number of RFC 6455 section 7.4
   */
  void close(int code, String reason) {
    boolean start;
    synchronized (this) {
      start = state == State.OPEN && beginClosing(closeFrame(code, reason));
    }
    if (start) {
      startSending();
    }
  }

  /** The last frame is queued already: sends what waits and ends. */
  void finish() {
    boolean start;
    synchronized (this) {
      start = state == State.OPEN && beginClosing(ByteBuffer.allocate(0));
    }
    if (start) {
      startSending();
    }
  }

  /** The other side is gone: forgets what waits. */
  synchronized void abandon() {
    state = State.SHUT;
    waiting = null;
    notifyAll();
  }

  @Override
  public synchronized void awaitTaken() {
    try {
      while (state == State.OPEN && unsentBytes > rules.softBytes()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the last byte is sent, or cannot be. {@link #check} sees to it that this ends. */
  synchronized void awaitShut() throws InterruptedException {
    while (state != State.SHUT) {
      wait();
    }
  }

  /** Whether what is offered still goes out. */
  boolean isOpen() {
    return state == State.OPEN;
  }

  @Override
  public String address() {
    return line.address();
  }

  /** Ends what has waited too long. Called every now and then for every connection. */
  void check(long now) {
    boolean delivered;
    synchronized (this) {
      boolean late = closeBy != 0 && now - closeBy >= 0;
      boolean stalled = sending && now - progressAt > rules.stalledNanos();
      if (!late && !stalled) {
        return;
      }
      delivered = state == State.SHUT;
      abandon();
    }
    if (delivered) {
      line.close();
    } else {
      line.abort();
    }
  }

  private void offer(ByteBuffer bytes, boolean passing) {
    boolean start;
    synchronized (this) {
      if (state != State.OPEN) {
        return;
      }
      long held = unsentBytes - largeUnsentBytes;
      if (isTooMuch(held)) {
        waiting = null; // what is under way is finished, if the reader takes it
        start =
            beginClosing(
                closeFrame(CloseCode.SLOW_READER.code(), "You read too slowly. Connect again."));
      } else if (passing && held > rules.softBytes()) {
        return;
      } else {
        add(bytes);
        start = beginSending();
      }
    }
    if (start) {
      startSending();
    }
  }

  // Guarded by this, down to startSending; begin... tell whether sending is to be started.

  private boolean isTooMuch(long held) {
    if (held <= rules.hardBytes()) {
      return false;
    }
    return held > (long) BURST_FACTOR * rules.hardBytes()
        || rules.clock().getAsLong() - progressAt > rules.burstNanos();
  }

  private boolean beginClosing(ByteBuffer lastWords) {
    add(lastWords);
    state = State.CLOSING;
    closeBy =
        (rules.clock().getAsLong() + rules.goodbyeNanos()) | 1; // never the zero of an open one
    notifyAll();
    return beginSending();
  }

  private void add(ByteBuffer bytes) {
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.add(bytes);
    unsentBytes += bytes.remaining();
    if (large == null && bytes.remaining() > WRITE_BYTES) {
      large = bytes;
      largeUnsentBytes = bytes.remaining();
    }
  }

  private boolean beginSending() {
    if (sending) {
      return false;
    }
    sending = true;
    progressAt = rules.clock().getAsLong();
    return true;
  }

  private void startSending() {
    Thread.ofVirtual().start(this::send);
  }

  private void send() {
    try {
      for (Batch batch = take(); batch != null; batch = take()) {
        write(batch);
      }
    } catch (Throwable e) {
      // The reader of this line hears of it through the socket and tells the conversation.
      if (e instanceof IOException) {
        LOG.debug("Sending to {} ended: {}", address(), e.toString());
      } else {
        LOG.error("Sending to {} failed", address(), e);
      }
      abandon();
      line.abort();
    }
  }

  private @Nullable Batch take() throws IOException {
    synchronized (this) {
      if (waiting != null && !waiting.isEmpty()) {
        return Batch.takeFrom(waiting, WRITE_BYTES);
      }
      waiting = null;
      if (state == State.OPEN) {
        sending = false;
        return null;
      }
    }
    line.endOutput();
    synchronized (this) {
      sending = false;
      state = State.SHUT;
      notifyAll();
    }
    return null;
  }

  private void write(Batch batch) throws IOException {
    ByteBuffer source = batch.frames().getFirst();
    ByteBuffer bytes = batch.joined();
    int at = bytes.arrayOffset() + bytes.position();
    int most = WRITE_BYTES;
    for (int left = batch.bytes(); left > 0; ) {
      int step = Math.min(most, left);
      long before = rules.clock().getAsLong();
      line.write(bytes.array(), at, step);
      at += step;
      left -= step;
      long now = rules.clock().getAsLong();
      most = now - before > SLOW_NANOS ? SLOW_WRITE_BYTES : WRITE_BYTES;
      taken(source, step, now);
    }
  }

  private synchronized void taken(ByteBuffer source, int bytes, long now) {
    progressAt = now;
    unsentBytes -= bytes;
    if (source == large) {
      largeUnsentBytes -= bytes;
      if (largeUnsentBytes == 0) {
        large = null;
      }
    }
    if (unsentBytes <= rules.softBytes()) {
      notifyAll();
    }
  }

  private static ByteBuffer closeFrame(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(words.length, 123); // our sentences are ASCII: no character is cut
    return ByteBuffer.allocate(4 + length)
        .put((byte) 0x88)
        .put((byte) (2 + length))
        .putShort((short) code)
        .put(words, 0, length)
        .flip();
  }
}
