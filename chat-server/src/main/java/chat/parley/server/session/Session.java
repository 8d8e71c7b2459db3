package chat.parley.server.session;

import chat.parley.model.DeviceId;
import chat.parley.model.User;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Malformed;
import chat.parley.server.room.Frame;
import chat.parley.server.room.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One connection and who is on it.
 *
 * <pre>
 *   NEW ──hello──▶ CATCHING_UP ──caught_up──▶ LIVE
 *    │                  │                      │
 *    └──────────────────┴──────────────────────┴──▶ GONE
 * </pre>
 *
 * <p>Commands run on the connection's own thread, one at a time. Frames are offered from any
 * thread; while catching up, those of rooms are held back, so that nothing live overtakes what was
 * missed.
 */
public final class Session implements Conversation, Recipient {
  /** Does what commands say. Called on the connection's thread. */
  public interface Commands {
    void handle(Session session, Command command);

    /** What arrived was not a command. */
    void refuse(Session session, Malformed malformed);

    /** The last call for this session. */
    void gone(Session session);
  }

  private enum State {
    NEW,
    CATCHING_UP,
    LIVE,
    GONE
  }

  /** As much as an outbox takes; a client that missed more while catching up starts again. */
  private static final int HELD_BYTES = 1024 * 1024;

  private final Wire wire;
  private final Commands commands;
  private final AtomicInteger unacked = new AtomicInteger();

  /** Written under this lock; read without it only to see whether it is LIVE, which is for good. */
  private volatile State state = State.NEW;

  /** Guarded by this. */
  private @Nullable List<Frame> held;

  /** Guarded by this. */
  private int heldBytes;

  /** Set on the connection's thread before the first command that needs them. */
  private volatile @Nullable User user;

  private volatile @Nullable DeviceId device;

  /** Null once somebody is logged in. */
  private volatile @Nullable LogInDeadline logInDeadline;

  /** Set and read on the connection's thread only. */
  private boolean byPass;

  /** Set and read on the connection's thread only. */
  private long sendsAgainAtNanos = Long.MIN_VALUE;

  public Session(Wire wire, Commands commands) {
    this.wire = wire;
    this.commands = commands;
  }

  /** Lifted when somebody logs in, or when the connection ends before. */
  public void logInBefore(LogInDeadline deadline) {
    logInDeadline = deadline;
    deadline.listen();
  }

  @Override
  public void onText(String text) {
    LogInDeadline deadline = logInDeadline;
    if (deadline == null) {
      hear(text);
      return;
    }
    deadline.pause();
    hear(text);
    deadline.listen(); // does nothing when it was lifted meanwhile
  }

  private void hear(String text) {
    Command command;
    try {
      command = Codec.decodeCommand(text);
    } catch (Malformed e) {
      commands.refuse(this, e);
      return;
    }
    commands.handle(this, command);
  }

  @Override
  public void onGone() {
    synchronized (this) {
      state = State.GONE;
      held = null;
    }
    cancelDeadline();
    commands.gone(this);
  }

  public boolean isNew() {
    return state == State.NEW;
  }

  /** Who this is from now on; frames of rooms are held until {@link #live}. */
  public void loggedIn(User user, DeviceId device) {
    this.user = user;
    this.device = device;
    cancelDeadline();
    synchronized (this) {
      if (state == State.NEW) {
        state = State.CATCHING_UP;
        held = new ArrayList<>();
      }
    }
  }

  /** It ends with the pass by which it was opened, and gets no other. Connection's thread. */
  public void comesByPass() {
    byPass = true;
  }

  public boolean isByPass() {
    return byPass;
  }

  /** Everything that was missed is on its way: what was held follows, then what happens. */
  public void live() {
    synchronized (this) {
      if (held != null) {
        held.forEach(wire::offer);
        held = null;
        state = State.LIVE;
      }
    }
  }

  @Override
  public void offer(Frame frame) {
    if (state == State.LIVE) {
      wire.offer(frame);
      return;
    }
    boolean tooMuch;
    synchronized (this) {
      if (held == null) {
        if (state == State.LIVE) {
          wire.offer(frame);
        }
        return;
      }
      if (frame.isPassing()) {
        return;
      }
      held.add(frame);
      heldBytes += frame.size();
      tooMuch = heldBytes > HELD_BYTES;
    }
    if (tooMuch) {
      hangUp(CloseCode.SLOW_READER, "Too much happened while you were catching up.");
    }
  }

  /** Says something to this connection alone, at once. */
  public void reply(Event event) {
    wire.offer(Frame.of(Codec.encode(event)));
  }

  public void refuse(long re, ErrorCode code, String sentence, long retryMs) {
    reply(new Event.Failed(re, code, sentence, retryMs));
  }

  @Override
  public void become(User now) {
    user = now;
  }

  @Override
  public void hangUp(CloseCode code, String reason) {
    wire.close(code, reason);
  }

  /** Waits until this connection has taken most of what it was sent. On its own thread only. */
  public void awaitTaken() {
    wire.awaitTaken();
  }

  /**
   * @throws IllegalStateException before log-in
   */
  public User user() {
    return known(user);
  }

  @Override
  public DeviceId device() {
    return known(device);
  }

  /** Null before log-in. */
  public @Nullable User userIfKnown() {
    return user;
  }

  public String address() {
    return wire.address();
  }

  /** Sends that were taken and not yet answered. */
  public AtomicInteger unacked() {
    return unacked;
  }

  /**
   * After one send was refused for its rate, the next ones are refused too until that time: a later
   * message must not get in before an earlier one.
   */
  public void pauseSends(long untilNanos) {
    sendsAgainAtNanos = untilNanos;
  }

  /** Milliseconds until sends are taken again; 0 when they are. */
  public long sendsPausedMillis(long nowNanos) {
    if (sendsAgainAtNanos == Long.MIN_VALUE || sendsAgainAtNanos - nowNanos <= 0) {
      return 0;
    }
    return (sendsAgainAtNanos - nowNanos + 999_999) / 1_000_000;
  }

  private void cancelDeadline() {
    LogInDeadline deadline = logInDeadline;
    if (deadline != null) {
      deadline.lift();
      logInDeadline = null;
    }
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("Nobody is logged in on this connection");
    }
    return value;
  }
}
