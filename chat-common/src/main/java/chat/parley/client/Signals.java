package chat.parley.client;

import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said in passing and never answered: typing, read marks, presence. Only the newest of each
 * counts, so they are said seldom, and said again after a reconnect where they still matter. Loop
 * only.
 */
final class Signals {
  private final Voice voice;
  private final ClientLoop loop;
  private final ClientConfig config;
  private final Map<RoomId, Long> typedAt = new HashMap<>();

  /** How far this person has read, as far as this client was told. */
  private final Map<RoomId, Long> read = new HashMap<>();

  /** Marks that the server has not confirmed: said again after a break. */
  private final Set<RoomId> unconfirmed = new HashSet<>();

  private final Set<RoomId> unsaid = new HashSet<>();
  private final Map<RoomId, Long> got = new HashMap<>();
  private final Set<RoomId> ungot = new HashSet<>();
  private @Nullable Presence presence;
  private boolean live;
  private long readsSaidAt;
  private boolean readsScheduled;

  Signals(Voice voice, ClientLoop loop, ClientConfig config) {
    this.voice = voice;
    this.loop = loop;
    this.config = config;
    this.readsSaidAt = config.nanos().getAsLong() - config.timings().read().toNanos();
  }

  /** What the server has not heard of is said again. */
  void welcome(List<RoomState> rooms) {
    unsaid.clear();
    for (RoomState state : rooms) {
      Long mine = read.get(state.room().id());
      if (mine != null && mine > state.read() && unconfirmed.contains(state.room().id())) {
        unsaid.add(state.room().id());
      }
    }
  }

  /**
   * The server's word on how far this person has read, which may be less than it was.
   *
   * @return false when it is about an earlier mark, and one that was made here since is on its way:
   *     whoever took it for the newest would take back what is read
   */
  boolean confirmed(RoomId room, long seq) {
    Long mine = read.get(room);
    boolean newest = mine == null || seq >= mine || !unconfirmed.contains(room);
    if (newest) {
      read.put(room, seq);
      unconfirmed.remove(room);
      unsaid.remove(room);
    }
    return newest;
  }

  /** What was read here before does not count any more: the person wants it unread. */
  void unread(RoomId room) {
    read.remove(room);
    unconfirmed.remove(room);
    unsaid.remove(room);
  }

  void live() {
    live = true;
    if (presence != null) {
      voice.say(new Command.SetPresence(presence));
    }
    scheduleReads();
  }

  void cut() {
    live = false;
    typedAt.clear();
  }

  void typing(RoomId room) {
    long now = config.nanos().getAsLong();
    Long last = typedAt.get(room);
    if (live && (last == null || now - last >= config.timings().typing().toNanos())) {
      typedAt.put(room, now);
      voice.say(new Command.Typing(room));
    }
  }

  void read(RoomId room, long seq) {
    Long before = read.get(room);
    if (before == null || seq > before) {
      read.put(room, seq);
      unconfirmed.add(room);
      unsaid.add(room);
      scheduleReads();
    }
  }

  /** A device has all of a direct room up to {@code seq}. */
  void got(RoomId room, long seq) {
    Long before = got.put(room, seq);
    if (before == null || seq > before) {
      ungot.add(room);
      scheduleReads();
    }
  }

  void presence(Presence now) {
    if (now != presence) {
      presence = now;
      if (live) {
        voice.say(new Command.SetPresence(now));
      }
    }
  }

  void forget(RoomId room) {
    typedAt.remove(room);
    unread(room);
    got.remove(room);
    ungot.remove(room);
  }

  private void scheduleReads() {
    if (live && !readsScheduled && !(unsaid.isEmpty() && ungot.isEmpty())) {
      readsScheduled = true;
      loop.at(readsSaidAt + config.timings().read().toNanos(), this::sayReads);
    }
  }

  private void sayReads() {
    readsScheduled = false;
    if (live) {
      readsSaidAt = config.nanos().getAsLong();
      for (RoomId room : unsaid) {
        voice.say(new Command.Read(room, read.getOrDefault(room, 0L)));
      }
      unsaid.clear();
      for (RoomId room : ungot) {
        voice.say(new Command.Got(room, got.getOrDefault(room, 0L)));
      }
      ungot.clear();
    }
  }
}
