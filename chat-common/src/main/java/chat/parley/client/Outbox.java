package chat.parley.client;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * This person's messages on their way out: on disk before anything is said, then in the order
 * written, again and again with the same nonce until the server has them on its disk. Loop only.
 *
 * <p>{@code QUEUED -> SENDING -> SENT}; back to {@code QUEUED} when the line is cut or the server
 * asks to wait; to {@code FAILED} when it refuses for good. Only QUEUED and FAILED are written to
 * the journal: after a crash, SENDING means the same as QUEUED.
 */
final class Outbox {
  private static final int MAX_WAITING = 10_000;

  /** Longest wait that is believed when the server names one. */
  private static final long MAX_RETRY_MS = 60_000;

  private static final long MAX_HOLD_MS = 60_000;

  /** A JSON escape takes at most six bytes for a UTF-16 unit; this is for the rest of a frame. */
  private static final int FRAME_EXTRA_BYTES = 1024;

  private record Said(Nonce nonce, long at) {}

  private final Journal journal;
  private final ClientListener listener;
  private final Voice voice;
  private final ClientLoop loop;
  private final ClientConfig config;
  private final Backoff backoff;
  private final Consumer<String> dead;

  /** All that are not acknowledged, failed ones included. */
  private final Map<Nonce, Outgoing> messages = new HashMap<>();

  /** In the order to be said. May hold nonces that were discarded meanwhile. */
  private final Deque<Nonce> queue = new ArrayDeque<>();

  /** By the id of the command. */
  private final Map<Long, Said> said = new LinkedHashMap<>();

  private boolean loaded;

  /** Null while there is nobody to send to. */
  private @Nullable Limits limits;

  private Pace pace = new Pace(1, 0, 0);
  private long pausedUntil;
  private int refusals;
  private ClientLoop.@Nullable Timer pumpLater;
  private ClientLoop.@Nullable Timer ackDeadline;

  Outbox(
      Journal journal,
      ClientListener listener,
      Voice voice,
      ClientLoop loop,
      ClientConfig config,
      Consumer<String> dead) {
    this.journal = journal;
    this.listener = listener;
    this.voice = voice;
    this.loop = loop;
    this.config = config;
    this.backoff = new Backoff(config.timings().backoff(), config.timings().backoffMax());
    this.dead = dead;
  }

  /** Takes over what an earlier run left behind. */
  void load() {
    if (loaded) {
      return;
    }
    for (Outgoing left : journal.outbox()) {
      boolean failed = left.state() == Outgoing.State.FAILED;
      messages.put(left.nonce(), failed ? left : in(left, Outgoing.State.QUEUED));
      if (!failed) {
        queue.add(left.nonce());
      }
    }
    loaded = true;
  }

  /**
   * The message is on disk when this returns.
   *
   * @param holdMillis for how long it can be taken back before it is said; what is written after it
   *     waits as well
   */
  Nonce add(RoomId room, String body, Command.Hook hook, long holdMillis) {
    load();
    if (messages.size() >= MAX_WAITING) {
      throw new RefusedException(
          ErrorCode.TOO_MANY,
          MAX_WAITING + " messages already wait to be sent; wait for a connection.");
    }
    long now = config.clock().millis();
    var message =
        new Outgoing(
            room,
            Nonce.fresh(),
            body,
            now,
            Outgoing.State.QUEUED,
            null,
            0,
            hook,
            holdMillis == 0 ? 0 : now + Math.min(holdMillis, MAX_HOLD_MS));
    keep(message);
    queue.add(message.nonce());
    return message.nonce();
  }

  /**
   * @return whether there was a failed message of that nonce
   */
  boolean retry(Nonce nonce) {
    load();
    Outgoing message = messages.get(nonce);
    if (message == null || message.state() != Outgoing.State.FAILED) {
      return false;
    }
    keep(in(message, Outgoing.State.QUEUED));
    queue.add(nonce);
    return true;
  }

  /**
   * @return whether it was taken out; false when the server may have it at this moment
   */
  boolean discard(Nonce nonce) {
    load();
    Outgoing message = messages.get(nonce);
    if (message == null || message.state() == Outgoing.State.SENDING) {
      return false;
    }
    journal.remove(nonce);
    messages.remove(nonce);
    return true;
  }

  void live(Limits serverLimits) {
    limits = serverLimits;
    long now = config.nanos().getAsLong();
    pace = new Pace(serverLimits.sendBurst(), serverLimits.sendPerSecond(), now);
    pausedUntil = now;
    pump();
  }

  /** The server takes another amount now; nothing while the line is not live. */
  void limit(Limits serverLimits) {
    if (limits != null) {
      limits = serverLimits;
      pace =
          new Pace(
              serverLimits.sendBurst(), serverLimits.sendPerSecond(), config.nanos().getAsLong());
      pump();
    }
  }

  /** The line is gone; all that was not acknowledged will be said again. */
  void cut() {
    limits = null;
    cancelTimers();
    backToQueue();
  }

  /** Says what may be said now. */
  void pump() {
    Limits allowed = limits;
    while (allowed != null && said.size() < Math.max(1, allowed.inFlight())) {
      Outgoing next = nextQueued();
      if (next == null) {
        break;
      }
      long now = config.nanos().getAsLong();
      long wait = Math.max(Math.max(pausedUntil - now, pace.waitNanos(now)), heldNanos(next));
      if (wait > 0) {
        pumpAt(now + wait);
        break;
      }
      say(next, allowed, now);
    }
    watchAcks();
  }

  private long heldNanos(Outgoing message) {
    long millis = message.heldUntil() - config.clock().millis();
    // Longer than ever asked for: the clock was put back meanwhile.
    return millis > MAX_HOLD_MS ? 0 : Math.max(0, millis) * 1_000_000;
  }

  void settled(Nonce nonce, long seq) {
    Outgoing message = messages.get(nonce);
    if (message == null) {
      return;
    }
    journal.remove(nonce);
    messages.remove(nonce);
    said.values().removeIf(one -> one.nonce().equals(nonce));
    refusals = 0;
    listener.onOutgoing(message.in(Outgoing.State.SENT, null, seq));
    pump();
  }

  /**
   * @return whether it was about one of our messages
   */
  boolean refused(Event.Failed refusal) {
    Said refused = said.get(refusal.re());
    if (refused == null) {
      return false;
    }
    if (refusal.code().temporary()) {
      pause(refusal.retryMs());
    } else {
      said.remove(refusal.re());
      fail(refused.nonce(), refusal.code(), refusal.message());
    }
    pump();
    return true;
  }

  private void say(Outgoing message, Limits allowed, long now) {
    queue.remove();
    long id = voice.nextId();
    String json =
        Codec.encode(
            new Command.Send(id, message.room(), message.nonce(), message.body(), message.hook()));
    if (message.body().length() > allowed.bodyChars() || tooBig(json, allowed.frameBytes())) {
      // Said anyway it could cost the connection, and then again, for ever.
      fail(
          message.nonce(),
          ErrorCode.TOO_BIG,
          "This message is too long: at most " + allowed.bodyChars() + " characters fit.");
      return;
    }
    Outgoing sending = in(message, Outgoing.State.SENDING);
    messages.put(message.nonce(), sending);
    said.put(id, new Said(message.nonce(), now));
    pace.take(now);
    voice.say(json);
    listener.onOutgoing(sending);
  }

  /** Whether a server that takes so much at once would not take that. */
  static boolean tooBig(String json, int frameBytes) {
    return json.length() > (frameBytes - FRAME_EXTRA_BYTES) / 3
        && json.getBytes(StandardCharsets.UTF_8).length > frameBytes;
  }

  private void pause(long retryMs) {
    backToQueue();
    long waitMs =
        retryMs > 0
            ? Math.min(retryMs, MAX_RETRY_MS)
            : backoff.delay(refusals, config.random()).toMillis();
    refusals++;
    pausedUntil = config.nanos().getAsLong() + waitMs * 1_000_000;
  }

  private void backToQueue() {
    List<Said> unacked = new ArrayList<>(said.values());
    said.clear();
    for (Said one : unacked.reversed()) {
      queue.addFirst(one.nonce());
    }
    for (Said one : unacked) {
      Outgoing message = messages.get(one.nonce());
      if (message != null) {
        Outgoing queued = in(message, Outgoing.State.QUEUED);
        messages.put(one.nonce(), queued);
        listener.onOutgoing(queued);
      }
    }
  }

  private void fail(Nonce nonce, ErrorCode code, String sentence) {
    Outgoing message = messages.get(nonce);
    if (message != null) {
      keep(message.refused(code, sentence));
    }
  }

  private @Nullable Outgoing nextQueued() {
    while (!queue.isEmpty()) {
      Outgoing message = messages.get(queue.peek());
      if (message != null && message.state() == Outgoing.State.QUEUED) {
        return message;
      }
      queue.remove();
    }
    return null;
  }

  private void keep(Outgoing message) {
    journal.put(message);
    messages.put(message.nonce(), message);
    listener.onOutgoing(message);
  }

  private void pumpAt(long time) {
    if (pumpLater != null) {
      pumpLater.cancel();
    }
    pumpLater = loop.at(time, this::pump);
  }

  /** A server that takes messages and acknowledges none is as good as gone. */
  private void watchAcks() {
    if (limits == null || said.isEmpty() || ackDeadline != null) {
      return;
    }
    long oldest = said.values().iterator().next().at();
    long within = config.timings().reply().toNanos();
    ackDeadline =
        loop.at(
            oldest + within,
            () -> {
              ackDeadline = null;
              checkAcks(within);
            });
  }

  private void checkAcks(long within) {
    long now = config.nanos().getAsLong();
    if (!said.isEmpty() && now - said.values().iterator().next().at() >= within) {
      dead.accept(config.server() + " has not confirmed a message for too long.");
    } else {
      watchAcks();
    }
  }

  private void cancelTimers() {
    if (pumpLater != null) {
      pumpLater.cancel();
      pumpLater = null;
    }
    if (ackDeadline != null) {
      ackDeadline.cancel();
      ackDeadline = null;
    }
  }

  private static Outgoing in(Outgoing message, Outgoing.State state) {
    return message.in(state, null, 0);
  }
}
