package chat.parley.client;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the logs of all rooms forward: applies what arrives, fetches what is missing, and hands
 * over what was applied in batches, to the journal first. Loop only.
 */
final class RoomLogs {
  /** What the logs need somebody else to do. */
  interface Needs {
    /** One of our own messages is in the log. */
    void settled(Nonce nonce, long seq);

    /** All of a room up to {@code seq} is on this device. */
    void got(RoomId room, long seq);

    /** Nothing is missing any more. */
    void level();

    /** This connection cannot bring what is missing; a new one may. */
    void broken(String sentence);
  }

  private static final Logger log = LoggerFactory.getLogger(RoomLogs.class);
  private static final int MAX_BATCH = 200;
  private static final int MAX_FETCHING = 4;
  private static final int MAX_STRANGE_ROOMS = 512;
  private static final long LEAST_RETRY_MS = 500;

  private final Journal journal;
  private final ClientListener listener;
  private final RoomBook book;
  private final Requests requests;
  private final ClientLoop loop;
  private final Needs needs;
  private final Map<RoomId, RoomLog> logs = new HashMap<>();
  private final Set<RoomId> dirty = new LinkedHashSet<>();
  private final Set<RoomId> fetching = new HashSet<>();

  /** Rooms whose log the server refuses to show; not asked again on this connection. */
  private final Set<RoomId> closedToUs = new HashSet<>();

  /** Heads of rooms that we do not belong to yet, as far as we know: our join may be under way. */
  private final Map<RoomId, Long> strangers = new HashMap<>();

  private int pending;
  private int pageSize;
  private boolean mayFetch;

  RoomLogs(
      Journal journal,
      ClientListener listener,
      RoomBook book,
      Requests requests,
      ClientLoop loop,
      Needs needs) {
    this.journal = journal;
    this.listener = listener;
    this.book = book;
    this.requests = requests;
    this.loop = loop;
    this.needs = needs;
  }

  /**
   * Logged in. A room of which nothing is kept starts at its head; an older page is fetched when
   * somebody wants to see it.
   */
  void welcome(List<RoomState> rooms, int historyEvents) {
    forgetAll();
    pageSize = historyEvents;
    Map<RoomId, Long> cursors = journal.cursors();
    for (RoomState state : rooms) {
      RoomId room = state.room().id();
      Long cursor = cursors.get(room);
      var roomLog = new RoomLog(cursor == null ? state.head() : cursor, cursor != null);
      roomLog.want(state.head());
      logs.put(room, roomLog);
    }
  }

  /** The server has sent what it had to send by itself; the rest is asked for. */
  void caughtUp() {
    mayFetch = true;
    fetchMissing();
  }

  /** Whether all that the server is known to have is applied. */
  boolean isLevel() {
    return logs.entrySet().stream()
        .noneMatch(entry -> entry.getValue().hasHole() && !closedToUs.contains(entry.getKey()));
  }

  void arrived(Event.RoomEvent event) {
    RoomLog roomLog = logs.get(event.room());
    if (roomLog == null) {
      if (strangers.size() < MAX_STRANGE_ROOMS) {
        strangers.merge(event.room(), event.seq(), Math::max);
      }
      return;
    }
    apply(event, roomLog);
    if (pending >= MAX_BATCH) {
      flush();
    }
    fetch(event.room(), roomLog);
  }

  private void apply(Event.RoomEvent event, RoomLog roomLog) {
    roomLog.arrived(event);
    dirty.add(event.room());
    pending++;
  }

  /** Hands over what was applied since the last time: one list for each room. */
  void flush() {
    for (RoomId room : List.copyOf(dirty)) {
      dirty.remove(room);
      RoomLog roomLog = logs.get(room);
      List<Event.RoomEvent> events = roomLog == null ? List.of() : roomLog.takeFresh();
      if (roomLog != null && !events.isEmpty()) {
        journal.append(room, events);
        roomLog.nowKept();
        book.applied(room, events);
        listener.onEvents(room, events);
        settleOwn(events);
        needs.got(room, events.getLast().seq());
      }
    }
    pending = 0;
    book.publish();
  }

  private void settleOwn(List<Event.RoomEvent> events) {
    for (Event.RoomEvent event : events) {
      if (event instanceof Event.Message message && message.nonce() != null) {
        needs.settled(message.nonce(), message.seq());
      }
    }
  }

  /** This person is in a room from now on; its log starts at its head unless it is known. */
  void add(RoomState state) {
    RoomId room = state.room().id();
    if (!logs.containsKey(room)) {
      var roomLog = new RoomLog(state.head(), false);
      Long seen = strangers.remove(room);
      roomLog.want(seen == null ? 0 : seen);
      logs.put(room, roomLog);
      fetch(room, roomLog);
    }
  }

  void remove(RoomId room) {
    logs.remove(room);
    dirty.remove(room);
    fetching.remove(room);
    closedToUs.remove(room);
  }

  /** What is kept of a room is of another history. */
  void reset(RoomId room) {
    journal.reset(room);
    if (logs.containsKey(room)) {
      logs.put(room, new RoomLog(book.head(room), false));
      fetching.remove(room);
    }
  }

  /** A page that the app asked for; kept when it touches what is kept. */
  void older(RoomId room, Event.HistoryPage page) {
    RoomLog roomLog = logs.get(room);
    List<Event.RoomEvent> events = withoutExpired(room, page.events());
    if (roomLog == null || events.isEmpty() || !isRun(events)) {
      return;
    }
    flush();
    if (roomLog.kept()) {
      journal.prepend(room, events);
    } else if (events.getLast().seq() == roomLog.cursor()) {
      journal.append(room, events);
      roomLog.nowKept();
    }
  }

  /** A page may have been read just before messages went and be told just after. */
  List<Event.RoomEvent> withoutExpired(RoomId room, List<Event.RoomEvent> page) {
    long expired = book.expired(room);
    return expired == 0 ? page : page.stream().map(event -> Fold.expired(event, expired)).toList();
  }

  /** The line is gone: what was applied is handed over, what was held is forgotten. */
  void cut() {
    try {
      flush();
    } finally {
      forgetAll();
    }
  }

  private void forgetAll() {
    mayFetch = false;
    logs.clear();
    dirty.clear();
    fetching.clear();
    closedToUs.clear();
    strangers.clear();
    pending = 0;
  }

  private void fetchMissing() {
    logs.forEach(this::fetch);
  }

  private void fetch(RoomId room, RoomLog roomLog) {
    if (!mayFetch
        || !roomLog.hasHole()
        || closedToUs.contains(room)
        || fetching.size() >= MAX_FETCHING
        || !fetching.add(room)) {
      return;
    }
    long after = roomLog.cursor();
    requests.ask(
        id -> new Command.History(id, room, new Command.Span.After(after), pageSize),
        Event.HistoryPage.class,
        new Requests.Answer<>() {
          @Override
          public void got(Event.HistoryPage page) {
            if (logs.get(room) == roomLog) {
              fetched(room, roomLog, after, page);
            }
          }

          @Override
          public void failed(RuntimeException why) {
            if (logs.get(room) == roomLog) {
              notFetched(room, why);
            }
          }
        });
  }

  private void fetched(RoomId room, RoomLog roomLog, long after, Event.HistoryPage page) {
    fetching.remove(room);
    withoutExpired(room, page.events()).stream()
        .filter(event -> event.room().equals(room))
        .forEach(event -> apply(event, roomLog));
    flush();
    if (roomLog.hasHole() && roomLog.cursor() == after) {
      needs.broken("The server could not show a part of a room's log; trying again.");
      return;
    }
    goOn();
  }

  private void notFetched(RoomId room, RuntimeException why) {
    fetching.remove(room);
    if (why instanceof RefusedException refused && refused.code().temporary()) {
      long waitMs = Math.max(LEAST_RETRY_MS, refused.retryMs());
      fetching.add(room);
      loop.after(waitMs * 1_000_000, () -> fetchAgain(room));
    } else if (why instanceof RefusedException) {
      log.warn("The server does not show the log of room {}: {}", room, why.getMessage());
      closedToUs.add(room);
      goOn();
    } else if (mayFetch) {
      needs.broken(String.valueOf(why.getMessage()));
    }
  }

  private void fetchAgain(RoomId room) {
    if (fetching.remove(room)) {
      fetchMissing();
    }
  }

  private void goOn() {
    fetchMissing();
    if (isLevel()) {
      needs.level();
    }
  }

  private static boolean isRun(List<Event.RoomEvent> events) {
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i).seq() != events.get(i - 1).seq() + 1) {
        return false;
      }
    }
    return true;
  }
}
