package chat.parley.server.faults;

import chat.parley.client.ClientConfig;
import chat.parley.client.ClientListener;
import chat.parley.client.FileLine;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.MemoryJournal;
import chat.parley.client.Outgoing;
import chat.parley.client.ParleyClient;
import chat.parley.client.Secrecy;
import chat.parley.client.ServerAddress;
import chat.parley.client.Timings;
import chat.parley.model.Kept;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A real client that talks without end and remembers what it was told. */
final class Chatter implements AutoCloseable {
  private static final int WAITING_AT_MOST = 64;

  /** Comes back fast, so that a test is about the cut and not about waiting. */
  private static final Timings EAGER =
      new Timings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(45),
          Duration.ofSeconds(60),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofSeconds(3),
          Duration.ofMillis(500));

  private final String name;
  private final ClientConfig config;
  private final ParleyClient client;

  /** Guarded by this; null as long as nobody asked. */
  private FileLine files;

  private final AtomicInteger written = new AtomicInteger();
  private final AtomicBoolean talking = new AtomicBoolean();
  private final Map<String, Acked> acked = new ConcurrentHashMap<>();
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final Map<RoomId, List<Event.RoomEvent>> shown = new ConcurrentHashMap<>();
  private final Map<RoomId, List<Long>> heardAt = new ConcurrentHashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final AtomicInteger timesLive = new AtomicInteger();
  private volatile LinkState link = LinkState.IDLE;
  private volatile Thread talker = Thread.currentThread();

  Chatter(int port, String name) {
    this.name = name;
    this.config =
        new ClientConfig(
            new ServerAddress("127.0.0.1", port),
            null,
            "test",
            new Command.Auth.Guest(name),
            Clock.systemUTC(),
            System::nanoTime,
            RandomGenerator.getDefault(),
            EAGER);
    this.client = ParleyClient.start(config, new MemoryJournal(), new Ears());
  }

  /** What opens HTTP addresses. */
  String pass() throws Exception {
    return client.pass().get(10, TimeUnit.SECONDS).token();
  }

  /** What is asked about files. */
  synchronized FileLine files() {
    if (files == null) {
      files = new FileLine(config, client);
    }
    return files;
  }

  void awaitLive() {
    Eventually.holds(Duration.ofSeconds(20), () -> link == LinkState.LIVE, () -> "link " + link);
  }

  RoomId join(String room) throws Exception {
    Eventually.holds(Duration.ofSeconds(20), () -> link == LinkState.LIVE, () -> "link " + link);
    return client
        .join(new Command.Place.ByName(room, true))
        .get(10, TimeUnit.SECONDS)
        .room()
        .room()
        .id();
  }

  /** Writes one message after the other into those rooms until {@link #stopTalking}. */
  void talk(List<RoomId> rooms) {
    talking.set(true);
    talker =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (talking.get()) {
                    if (waiting.size() < WAITING_AT_MOST) {
                      int number = written.incrementAndGet();
                      say(rooms.get(number % rooms.size()), name + " " + number);
                    } else {
                      LockSupport.parkNanos(500_000);
                    }
                  }
                });
  }

  void say(RoomId room, String text) {
    waiting.add(text);
    client.send(room, text).join();
  }

  void stopTalking() throws InterruptedException {
    talking.set(false);
    talker.join();
  }

  boolean nothingWaits() {
    return waiting.isEmpty();
  }

  /** The texts that were acknowledged, each with the place it was promised. */
  Map<String, Acked> acked() {
    return Map.copyOf(acked);
  }

  /** How often it has come to be connected: 1 for who was never cut. */
  int timesLive() {
    return timesLive.get();
  }

  List<String> problems() {
    return problems;
  }

  LinkState link() {
    return link;
  }

  List<Event.RoomEvent> shown(RoomId room) {
    List<Event.RoomEvent> events = shown.get(room);
    if (events == null) {
      return List.of();
    }
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  int messagesHeard(RoomId room) {
    List<Long> times = heardAt.get(room);
    return times == null ? 0 : times.size();
  }

  /** Nanoseconds from saying to hearing, of the messages after the first {@code from}. */
  long[] delays(RoomId room, int from) {
    List<Long> times = heardAt.getOrDefault(room, List.of());
    synchronized (times) {
      return times.subList(from, times.size()).stream().mapToLong(Long::longValue).toArray();
    }
  }

  /** The whole log as the server has it now. */
  List<Event.RoomEvent> log(RoomId room) throws Exception {
    var log = new ArrayList<Event.RoomEvent>();
    boolean more = true;
    while (more) {
      long after = log.isEmpty() ? 0 : log.getLast().seq();
      Event.HistoryPage page =
          client.history(room, new Command.Span.After(after), 500).get(20, TimeUnit.SECONDS);
      log.addAll(page.events());
      more = page.more();
    }
    return log;
  }

  /** Who of the room's members is connected now, by name. */
  Set<String> present(RoomId room) {
    return client.members(room).orTimeout(10, TimeUnit.SECONDS).join().members().stream()
        .filter(member -> member.presence() != Presence.OFFLINE)
        .map(member -> member.user().name())
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    talking.set(false);
    synchronized (this) {
      if (files != null) {
        files.close();
      }
    }
    client.close();
  }

  @Override
  public String toString() {
    return name + " " + link + ", written " + written + ", waiting " + waiting.size();
  }

  /** What the server said of a message: where it stands for ever. */
  record Acked(RoomId room, long seq) {}

  private final class Ears implements ClientListener {
    @Override
    public void onLink(Link now) {
      if (now.state() == LinkState.LIVE && link != LinkState.LIVE) {
        timesLive.incrementAndGet();
      }
      link = now.state();
    }

    @Override
    public void onSecrecy(Secrecy secrecy) {}

    @Override
    public void onWelcome(Event.Welcome welcome) {}

    @Override
    public void onRoom(RoomState room) {}

    @Override
    public void onRoomRemoved(RoomId room) {}

    @Override
    public void onEvents(RoomId room, List<Event.RoomEvent> events) {
      List<Event.RoomEvent> all = shown.computeIfAbsent(room, _ -> new ArrayList<>());
      synchronized (all) {
        all.addAll(events);
      }
      measure(room, events);
    }

    /** Messages that say when they were written ("… at 123 …") tell how long they took. */
    private void measure(RoomId room, List<Event.RoomEvent> events) {
      long now = System.nanoTime();
      List<Long> times = heardAt.computeIfAbsent(room, _ -> new ArrayList<>());
      for (Event.RoomEvent event : events) {
        if (event instanceof Event.Message message && message.body().contains(" at ")) {
          synchronized (times) {
            times.add(now - Long.parseLong(message.body().split(" ")[2]));
          }
        }
      }
    }

    @Override
    public void onReset(RoomId room) {
      problems.add(name + " was told to forget " + room);
    }

    @Override
    public void onReadMark(Event.ReadMark mark) {}

    @Override
    public void onKept(Kept kept) {}

    @Override
    public void onSelf(User user) {}

    @Override
    public void onPassing(Event.Passing passing) {}

    @Override
    public void onOutgoing(Outgoing message) {
      switch (message.state()) {
        case SENT -> {
          Acked told = new Acked(message.room(), message.seq());
          Acked before = acked.put(message.body(), told);
          if (before != null && !before.equals(told)) {
            problems.add(name + " was promised " + before + " and then " + told);
          }
          waiting.remove(message.body());
        }
        case FAILED -> {
          problems.add(name + ": " + message.problem());
          waiting.remove(message.body());
        }
        case QUEUED, SENDING -> {
          // On its way.
        }
      }
    }
  }
}
