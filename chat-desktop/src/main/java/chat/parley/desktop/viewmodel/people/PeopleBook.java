package chat.parley.desktop.viewmodel.people;

import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the people of the server: whether they are here and what they say about
 * themselves. A status that has an end is gone at its end, without a word from the server.
 */
public final class PeopleBook {
  private static final Logger log = LoggerFactory.getLogger(PeopleBook.class);

  /** How many people are asked for at once when the connection is up. */
  private static final int MOST = 500;

  /** Most breaks are over before anybody could notice. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private record Entry(@Nullable User user, Presence presence, @Nullable Status status) {
    static final Entry UNKNOWN = new Entry(null, Presence.OFFLINE, null);
  }

  private final Map<UserId, Entry> entries = new HashMap<>();
  private final List<Consumer<UserId>> listeners = new ArrayList<>();
  private @Nullable Seat seat;
  private Runnable stopExpiry = () -> {};
  private Runnable stopForgetting = () -> {};
  private boolean lost;

  /** Whether there is nobody on the server besides. */
  private boolean whole;

  /** Is told of each person of whom something else is known now. */
  public Subscription listen(Consumer<UserId> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Offline when nothing is known. */
  public Presence presence(UserId user) {
    return entry(user).presence;
  }

  /** What they say about themselves; null when nothing. */
  public @Nullable Status status(UserId user) {
    return entry(user).status;
  }

  /** Everybody whose name is known but me, by name. */
  public List<Person> others() {
    var people = new ArrayList<Person>();
    for (Entry entry : entries.values()) {
      User user = entry.user;
      if (user != null && seat != null && !user.id().equals(seat.me().id())) {
        var member = new Member(user, entry.presence, Rank.MEMBER, entry.status, 0, 0);
        people.add(Person.of(member, seat.me().id()));
      }
    }
    people.sort(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER));
    return List.copyOf(people);
  }

  /** Whether the server told of everybody; on a large one it does not. */
  boolean isWhole() {
    return whole;
  }

  /** Name and role; null when they are not known. */
  public @Nullable User user(UserId user) {
    return entry(user).user;
  }

  public void attach(Seat now) {
    seat = now;
    put(now.me().id(), new Entry(now.me(), entry(now.me().id()).presence, null));
  }

  public void detach() {
    stopExpiry.run();
    stopForgetting.run();
    lost = false;
    whole = false;
    seat = null;
    entries.clear();
  }

  /** The connection is up: what was known is old. */
  public void onLive() {
    stopForgetting.run();
    lost = false;
    if (seat != null) {
      seat.await(
          seat.connection().people("", MOST),
          list -> {
            know(list.people());
            whole = !list.more();
          },
          e -> log.info("Who is here is not known yet: {}", e.toString()));
    }
  }

  /** The connection is down: who is here is not known until it is up again. */
  public void onLost() {
    if (!lost && seat != null) {
      lost = true;
      stopForgetting = seat.around().fx().after(QUIET, this::forgetPresence);
    }
  }

  private void forgetPresence() {
    for (Map.Entry<UserId, Entry> one : List.copyOf(entries.entrySet())) {
      Entry known = one.getValue();
      if (seat != null && !one.getKey().equals(seat.me().id())) {
        put(one.getKey(), new Entry(known.user, Presence.OFFLINE, known.status));
      }
    }
  }

  public void onPassing(Event.Passing passing) {
    if (passing instanceof Event.PresenceChanged e) {
      put(e.user(), new Entry(entry(e.user()).user, e.presence(), e.status()));
    }
  }

  /** The server told of these, in whatever list. */
  public void know(List<Member> people) {
    people.forEach(
        one -> put(one.user().id(), new Entry(one.user(), one.presence(), one.status())));
  }

  /** I said that about myself just now. */
  void say(UserId user, @Nullable Status status) {
    Entry before = entry(user);
    put(user, new Entry(before.user, before.presence, status));
  }

  private Entry entry(UserId user) {
    return entries.getOrDefault(user, Entry.UNKNOWN);
  }

  private void put(UserId user, Entry told) {
    if (seat == null) {
      return;
    }
    long time = seat.around().clock().millis();
    boolean over = told.status != null && told.status.isOver(time);
    Entry now = over ? new Entry(told.user, told.presence, null) : told;
    Entry before = entries.put(user, now);
    if (!now.equals(before)) {
      if (now.status != null && now.status.until() != 0) {
        expireInTime();
      }
      List.copyOf(listeners).forEach(listener -> listener.accept(user));
    }
  }

  private void expireInTime() {
    stopExpiry.run();
    if (seat == null) {
      return;
    }
    long next =
        entries.values().stream()
            .map(Entry::status)
            .filter(Objects::nonNull)
            .mapToLong(Status::until)
            .filter(until -> until != 0)
            .min()
            .orElse(0);
    if (next != 0) {
      long wait = Math.max(0, next - seat.around().clock().millis());
      stopExpiry = seat.around().fx().after(Duration.ofMillis(wait), this::expire);
    }
  }

  private void expire() {
    for (Map.Entry<UserId, Entry> one : List.copyOf(entries.entrySet())) {
      put(one.getKey(), one.getValue());
    }
    expireInTime();
  }
}
