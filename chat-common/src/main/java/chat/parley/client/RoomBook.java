package chat.parley.client;

import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.Ties;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rooms this person is in, with their numbers kept up to date as events arrive. Changes are
 * gathered and told once per {@link #publish}. Loop only.
 */
final class RoomBook {
  private static final class Numbers {
    private List<User> with;
    private Room room;
    private Rank rank;
    private long head;
    private long read;
    private long unread;
    private long mentions;
    private long mutedUntil;
    private long expired;

    Numbers(RoomState state) {
      with = state.with();
      room = state.room();
      rank = state.rank();
      head = state.head();
      read = state.read();
      unread = state.unread();
      mentions = state.mentions();
      mutedUntil = state.mutedUntil();
      expired = state.expired();
    }

    void readTo(long seq) {
      read = Math.max(read, seq);
      if (read >= head) {
        unread = 0;
        mentions = 0;
      }
    }

    void rename(Event.Renamed renamed) {
      with =
          with.stream()
              .map(
                  user ->
                      user.id().equals(renamed.from())
                          ? new User(user.id(), renamed.name(), user.role())
                          : user)
              .toList();
    }

    RoomState state() {
      // A mark of another device can come before the event that it marks.
      return new RoomState(
          room, head, Math.min(read, head), unread, mentions, rank, with, mutedUntil, expired);
    }
  }

  private final Journal journal;
  private final ClientListener listener;
  private final Map<RoomId, Numbers> rooms = new HashMap<>();
  private final Set<RoomId> changed = new LinkedHashSet<>();
  private @Nullable UserId me;

  /** Whether @here calls this person, on whichever device they are. */
  private boolean here;

  RoomBook(Journal journal, ClientListener listener) {
    this.journal = journal;
    this.listener = listener;
  }

  /** What the server says replaces everything; the caller tells journal and listener. */
  void welcome(UserId user, List<RoomState> states) {
    me = user;
    here = true;
    rooms.clear();
    changed.clear();
    states.forEach(state -> rooms.put(state.room().id(), new Numbers(state)));
  }

  boolean contains(RoomId room) {
    return rooms.containsKey(room);
  }

  boolean isDirect(RoomId room) {
    Numbers numbers = rooms.get(room);
    return numbers != null && numbers.room.kind() == RoomKind.DIRECT;
  }

  long head(RoomId room) {
    Numbers numbers = rooms.get(room);
    return numbers == null ? 0 : numbers.head;
  }

  void put(RoomState state) {
    rooms.put(state.room().id(), new Numbers(state));
    changed.add(state.room().id());
  }

  void remove(RoomId room) {
    rooms.remove(room);
    changed.remove(room);
  }

  /** Counts events that were just applied; what the server had counted already is not again. */
  void applied(RoomId room, List<Event.RoomEvent> events) {
    Numbers numbers = rooms.get(room);
    if (numbers == null) {
      return;
    }
    for (Event.RoomEvent event : events) {
      if (event.seq() > numbers.head) {
        numbers.head = event.seq();
        count(numbers, event);
        changed.add(room);
      }
    }
  }

  private void count(Numbers numbers, Event.RoomEvent event) {
    switch (event) {
      case Event.Message message -> count(numbers, message);
      case Event.RoomChanged changedRoom -> numbers.room = changedRoom.now();
      case Event.RankChanged ranked -> {
        if (ranked.member().id().equals(me)) {
          numbers.rank = ranked.rank();
        }
      }
      case Event.Renamed renamed -> numbers.rename(renamed);
      case Event.Change _, Event.JoinedRoom _, Event.LeftRoom _, Event.Unrecognized _ -> {}
    }
  }

  private void count(Numbers numbers, Event.Message message) {
    if (message.from().equals(me)) {
      numbers.readTo(message.seq());
    } else if (message.seq() > numbers.read) {
      numbers.unread++;
      if (me != null && message.isFor(me) && !passesBy(message, me)) {
        numbers.mentions++;
      }
    }
  }

  /** The server counts @here for those only who were online. */
  private boolean passesBy(Event.Message message, UserId self) {
    return message.ties().call() == Ties.Call.HERE && !here && !message.mentions().contains(self);
  }

  /** Somebody came, went or changed; it may be this person. */
  void present(Event.PresenceChanged changedPerson) {
    if (changedPerson.user().equals(me)) {
      here = changedPerson.presence() == Presence.ONLINE;
    }
  }

  /** The server's word on how far this person has read; back, when they want it unread. */
  void marked(Event.ReadMark mark) {
    Numbers numbers = rooms.get(mark.room());
    if (numbers != null) {
      numbers.unread = mark.unread();
      numbers.mentions = mark.mentions();
      numbers.read = mark.seq();
      numbers.readTo(mark.seq());
      changed.add(mark.room());
    }
  }

  /** This person may not write in a room, or may again. */
  void muted(Event.Muted muted) {
    Numbers numbers = rooms.get(muted.room());
    if (numbers != null) {
      numbers.mutedUntil = muted.until();
      changed.add(muted.room());
    }
  }

  /** Messages are gone because of their age. */
  void expired(Event.Expired gone) {
    Numbers numbers = rooms.get(gone.room());
    if (numbers != null && gone.seq() > numbers.expired) {
      numbers.expired = gone.seq();
      changed.add(gone.room());
    }
  }

  /** The seq up to which messages are gone because of their age. */
  long expired(RoomId room) {
    Numbers numbers = rooms.get(room);
    return numbers == null ? 0 : numbers.expired;
  }

  /** This person read up to {@code seq} here; the server will hear of it. */
  void readHere(RoomId room, long seq) {
    Numbers numbers = rooms.get(room);
    if (numbers != null && seq > numbers.read) {
      numbers.readTo(Math.min(seq, numbers.head));
      changed.add(room);
    }
  }

  void publish() {
    if (changed.isEmpty()) {
      return;
    }
    for (RoomId room : List.copyOf(changed)) {
      changed.remove(room);
      Numbers numbers = rooms.get(room);
      if (numbers != null) {
        RoomState state = numbers.state();
        journal.room(state);
        listener.onRoom(state);
      }
    }
  }
}
