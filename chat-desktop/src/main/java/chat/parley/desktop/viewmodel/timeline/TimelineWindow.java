package chat.parley.desktop.viewmodel.timeline;

import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a room's log in memory, without a hole and never longer than {@link #LIMIT}. What is
 * added at one end beyond that falls out at the other.
 */
final class TimelineWindow {
  /** Events kept; with day marks between them, rows stay under about 1,500. */
  static final int LIMIT = 1_200;

  private final List<Event.RoomEvent> events = new ArrayList<>();
  private boolean logStartsHere;

  /** The newest seq that is known to be in the log. */
  private long newest;

  /** Messages up to there are gone because of their age. */
  private long expired;

  List<Event.RoomEvent> events() {
    return Collections.unmodifiableList(events);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /** The seq of the oldest event; one more than the newest known when there is none. */
  long first() {
    return events.isEmpty() ? newest + 1 : events.getFirst().seq();
  }

  /** The seq of the last event here; the newest known when there is none. */
  long last() {
    return events.isEmpty() ? newest : events.getLast().seq();
  }

  boolean atStart() {
    return logStartsHere || (!events.isEmpty() && first() == 1);
  }

  boolean atNewest() {
    return last() >= newest;
  }

  long newest() {
    return newest;
  }

  /** Something newer is in the log, whether it will be shown or not. */
  void knowOf(long seq) {
    newest = Math.max(newest, seq);
  }

  /** Nothing comes before the first event. */
  void startsHere() {
    logStartsHere = true;
  }

  /** The log is another one. */
  void reset() {
    events.clear();
    logStartsHere = false;
    newest = 0;
    expired = 0;
  }

  /** Shows this stretch instead of what was shown. */
  void open(List<Event.RoomEvent> page) {
    events.clear();
    logStartsHere = false;
    events.addAll(left(page));
    if (!page.isEmpty()) {
      knowOf(page.getLast().seq());
    }
    dropOldest();
  }

  /** Adds those of the events that follow the last one here; a gap ends it. */
  void append(List<? extends Event.RoomEvent> page) {
    for (Event.RoomEvent event : page) {
      knowOf(event.seq());
      if (event.seq() == last() + 1 || events.isEmpty()) {
        events.add(Fold.expired(event, expired));
      }
    }
    fold(page);
    dropOldest();
  }

  /** Messages up to that seq are gone because of their age; also of what is added later. */
  void expire(long seq) {
    if (seq > expired) {
      expired = seq;
      events.replaceAll(event -> Fold.expired(event, expired));
    }
  }

  private List<Event.RoomEvent> left(List<? extends Event.RoomEvent> page) {
    return page.stream().map(event -> Fold.expired(event, expired)).toList();
  }

  /** What these events do to messages that are here; they may be part of the log here or not. */
  private void fold(List<? extends Event.RoomEvent> news) {
    for (Event.RoomEvent event : news) {
      int place = placeOf(Fold.targetOf(event));
      if (place >= 0 && events.get(place) instanceof Event.Message message) {
        events.set(place, Fold.after(message, event));
      }
      if (event instanceof Event.Renamed renamed) {
        events.replaceAll(before -> Fold.renamed(before, renamed));
      }
    }
  }

  /** Where the event of that seq is; negative when it is not here. */
  private int placeOf(long seq) {
    if (events.isEmpty() || seq < first() || seq > last()) {
      return -1;
    }
    return (int) (seq - first());
  }

  /** The message of that seq; null when it is not here, or is none. */
  Event.@Nullable Message message(long seq) {
    int place = placeOf(seq);
    return place >= 0 && events.get(place) instanceof Event.Message message ? message : null;
  }

  /** Whether the event of that seq is here. */
  boolean has(long seq) {
    return placeOf(seq) >= 0;
  }

  /** As {@link #append}, but rather leaves arrivals out than moves what the reader reads. */
  void arrive(List<? extends Event.RoomEvent> page) {
    for (Event.RoomEvent event : page) {
      boolean follows = events.isEmpty() || event.seq() == last() + 1;
      if (follows && atNewest() && events.size() < LIMIT) {
        events.add(event);
      }
      knowOf(event.seq());
    }
    fold(page);
  }

  /** Adds events that end just before the first one here. */
  void prepend(List<? extends Event.RoomEvent> page) {
    if (page.isEmpty() || page.getLast().seq() != first() - 1) {
      return;
    }
    events.addAll(0, left(page));
    if (events.size() > LIMIT) {
      events.subList(LIMIT, events.size()).clear();
    }
  }

  private void dropOldest() {
    if (events.size() > LIMIT) {
      events.subList(0, events.size() - LIMIT).clear();
      logStartsHere = false;
    }
  }
}
