package chat.parley.client;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A server in memory with the promises of a real one and, on demand, a network at its worst: lines
 * are cut anywhere, also between commit and ack; live events are dropped, doubled and delayed;
 * commands are refused for a while. One monitor guards all of it.
 */
final class LittleServer implements AutoCloseable {
  private static final int PAGE = 7;

  private final Map<RoomId, List<Event.Message>> logs = new LinkedHashMap<>();
  private final Map<Nonce, Event.Message> committed = new HashMap<>();
  private final List<Event.Message> delayed = new ArrayList<>();
  private final Random random;
  private final ScriptedServer server;

  /** Of a hundred, how many go wrong. */
  private int trouble;

  /**
   * All who said hello and were not cut. More than one when the hello of a client that has closed
   * since is read after the next one's; nobody hears what that one is told.
   */
  private final List<ScriptedServer.Peer> live = new ArrayList<>();

  LittleServer(long seed, RoomId... rooms) {
    this.random = new Random(seed);
    for (RoomId room : rooms) {
      logs.put(room, new ArrayList<>());
    }
    this.server = new ScriptedServer(peer -> peer.react(command -> answer(peer, command)));
  }

  ServerAddress address() {
    return server.address();
  }

  /**
   * @param percent how many of a hundred things go wrong from now on
   */
  synchronized void trouble(int percent) {
    trouble = percent;
  }

  /** From now on everything works; what was delayed arrives, and a last message tells the head. */
  synchronized void calmDown() {
    trouble = 0;
    delayed.forEach(this::deliver);
    delayed.clear();
    logs.keySet().forEach(room -> commit(room, null, "the last one"));
  }

  /** Somebody else says something. */
  synchronized void speak(RoomId room, String body) {
    commit(room, null, body);
  }

  synchronized List<Event.Message> log(RoomId room) {
    return List.copyOf(logs.getOrDefault(room, List.of()));
  }

  synchronized void cut() {
    live.forEach(ScriptedServer.Peer::cut);
    live.clear();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private synchronized void answer(ScriptedServer.Peer peer, Command command) {
    if (happens()) {
      peer.cut();
      return;
    }
    switch (command) {
      case Command.Hello hello -> welcome(peer, hello);
      case Command.Send send -> send(peer, send);
      case Command.History history -> history(peer, history);
      case Command.Ping ping -> peer.say(new Event.Pong(ping.id()));
      case Command.Typing _, Command.Read _, Command.SetPresence _, Command.Got _ -> {}
      default -> throw new IllegalStateException("not asked in these tests: " + command);
    }
  }

  private void welcome(ScriptedServer.Peer peer, Command.Hello hello) {
    live.add(peer);
    RoomState[] rooms =
        logs.entrySet().stream()
            .map(entry -> Talk.room(entry.getKey(), entry.getValue().size()))
            .toArray(RoomState[]::new);
    peer.say(Talk.welcome(hello, rooms));
    hello
        .cursors()
        .forEach(
            (room, cursor) -> {
              List<Event.Message> log = log(room);
              // A server may give up sending by itself at any point; the client asks for the rest.
              int until = happens() ? log.size() - random.nextInt(log.size() + 1) : log.size();
              for (int i = cursor.intValue(); i < until; i++) {
                peer.say(log.get(i));
              }
            });
    if (happens()) {
      peer.cut();
    }
    peer.say(new Event.CaughtUp());
  }

  private void send(ScriptedServer.Peer peer, Command.Send send) {
    Event.Message known = committed.get(send.nonce());
    if (known != null) {
      peer.say(Talk.ack(send, known.seq()));
      return;
    }
    if (happens()) {
      peer.say(new Event.Failed(send.id(), ErrorCode.BUSY, "Later.", 1));
      return;
    }
    Event.Message message = commit(send.room(), send.nonce(), send.body());
    if (happens()) {
      peer.cut();
    }
    peer.say(Talk.ack(send, message.seq()));
  }

  private void history(ScriptedServer.Peer peer, Command.History asked) {
    if (!(asked.span() instanceof Command.Span.After after)) {
      throw new IllegalStateException("only what is missing is asked for in these tests");
    }
    List<Event.Message> log = log(asked.room());
    int from = (int) Math.min(after.seq(), log.size());
    int to = Math.min(from + PAGE, log.size());
    peer.say(
        new Event.HistoryPage(
            asked.id(), asked.room(), List.copyOf(log.subList(from, to)), to < log.size()));
  }

  private Event.Message commit(RoomId room, @Nullable Nonce nonce, String body) {
    List<Event.Message> log = logs.get(room);
    if (log == null) {
      throw new IllegalStateException("no such room");
    }
    var from = nonce == null ? Talk.BEN : Talk.ANN;
    Event.Message message = Talk.message(room, log.size() + 1L, from, body, nonce);
    log.add(message);
    if (nonce != null) {
      committed.put(nonce, message);
    }
    deliver(message);
    return message;
  }

  private void deliver(Event.Message message) {
    if (live.isEmpty()) {
      return;
    }
    if (happens()) {
      switch (random.nextInt(4)) {
        case 0 -> {} // lost
        case 1 -> say(message, message);
        case 2 -> delayed.add(message);
        default -> cut();
      }
      return;
    }
    say(message);
    if (!delayed.isEmpty() && happens()) {
      say(delayed.removeFirst());
    }
  }

  private void say(Event... events) {
    live.forEach(peer -> peer.say(events));
  }

  private boolean happens() {
    return random.nextInt(100) < trouble;
  }
}
