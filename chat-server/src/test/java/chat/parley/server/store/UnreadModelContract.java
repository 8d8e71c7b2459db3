package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.server.store.Desk.Guest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/**
 * The numbers of a room against a model that keeps every event and counts: whatever people do, a
 * store that subtracts must say the same.
 */
abstract class UnreadModelContract {
  private static final int PEOPLE = 3;
  private static final int ROOMS = 2;

  /** The same store for every try; each try brings its own people and rooms. */
  abstract Store store();

  /** Something one of the people does in one of the rooms. */
  sealed interface Step {
    int who();

    int room();

    record Join(int who, int room) implements Step {}

    record Leave(int who, int room) implements Step {}

    record Say(int who, int room, Set<Integer> named) implements Step {}

    record Mark(int who, int room, int seq) implements Step {}

    record Unread(int who, int room, int seq) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var who = Arbitraries.integers().between(0, PEOPLE - 1);
    var room = Arbitraries.integers().between(0, ROOMS - 1);
    Arbitrary<Step> join = Combinators.combine(who, room).as(Step.Join::new);
    Arbitrary<Step> leave = Combinators.combine(who, room).as(Step.Leave::new);
    Arbitrary<Step> say =
        Combinators.combine(who, room, who.set().ofMaxSize(PEOPLE)).as(Step.Say::new);
    Arbitrary<Step> mark =
        Combinators.combine(who, room, Arbitraries.integers().between(0, 30)).as(Step.Mark::new);
    Arbitrary<Step> unread =
        Combinators.combine(who, room, Arbitraries.integers().between(1, 30)).as(Step.Unread::new);
    return Arbitraries.frequencyOf(
            Tuple.of(3, join),
            Tuple.of(1, leave),
            Tuple.of(6, say),
            Tuple.of(3, mark),
            Tuple.of(2, unread))
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void numbersAreWhatCountingWouldSay(@ForAll("steps") List<Step> steps) {
    new Try(new Desk(store())).run(steps);
  }

  /** One run: the store and the model, side by side. */
  private static final class Try {
    private final Desk desk;
    private final List<Guest> people;
    private final List<ModelRoom> rooms;

    Try(Desk desk) {
      this.desk = desk;
      people = IntStream.range(0, PEOPLE).mapToObj(_ -> guest(desk)).toList();
      rooms =
          IntStream.range(0, ROOMS)
              .mapToObj(
                  _ -> {
                    RoomId id = Desk.freshRoom();
                    desk.done(new Write.OpenRoom(id.value(), id.value(), "", id));
                    return new ModelRoom(id);
                  })
              .toList();
    }

    private static Guest guest(Desk desk) {
      return desk.guest("p" + Desk.freshRoom().value());
    }

    void run(List<Step> steps) {
      for (Step step : steps) {
        take(step, people.get(step.who()), rooms.get(step.room()));
        for (int who = 0; who < PEOPLE; who++) {
          compare(who);
        }
      }
    }

    private void take(Step step, Guest guest, ModelRoom room) {
      switch (step) {
        case Step.Join s -> {
          desk.join(guest, room.id);
          room.join(s.who());
        }
        case Step.Leave s -> {
          desk.leave(guest, room.id);
          room.leave(s.who());
        }
        case Step.Say s -> {
          Guest[] named = s.named().stream().map(people::get).toArray(Guest[]::new);
          Desk.await(desk.submit(Desk.saying(guest, room.id, "words", named)));
          room.say(s.who(), s.named());
        }
        case Step.Mark s -> {
          desk.mark(guest, room.id, s.seq());
          room.mark(s.who(), s.seq());
        }
        case Step.Unread s -> {
          Desk.await(desk.submit(new Write.MarkUnread(room.id, guest.id(), s.seq())));
          room.unread(s.who(), s.seq());
        }
      }
    }

    private void compare(int who) {
      Map<RoomId, RoomState> states = new HashMap<>();
      for (RoomState state : desk.store().roomsOf(people.get(who).id())) {
        states.put(state.room().id(), state);
      }
      for (ModelRoom room : rooms) {
        RoomState state = states.get(room.id);
        assertThat(state != null).as("membership").isEqualTo(room.read.containsKey(who));
        if (state != null) {
          assertThat(List.of(state.head(), state.read(), state.unread(), state.mentions()))
              .as("head, read, unread, mentions of %s", who)
              .isEqualTo(room.numbers(who));
        }
      }
    }
  }

  /** The naive truth: every event is kept, every number is counted. */
  private static final class ModelRoom {
    /** Nobody said it: somebody came or went. */
    private static final int NO_MESSAGE = -1;

    private record Entry(int from, Set<Integer> mentions) {}

    final RoomId id;
    final List<Entry> log = new ArrayList<>();
    final Map<Integer, Integer> read = new HashMap<>();

    ModelRoom(RoomId id) {
      this.id = id;
    }

    void join(int who) {
      if (!read.containsKey(who)) {
        log.add(new Entry(NO_MESSAGE, Set.of()));
        read.put(who, log.size());
      }
    }

    void leave(int who) {
      if (read.remove(who) != null) {
        log.add(new Entry(NO_MESSAGE, Set.of()));
      }
    }

    void say(int who, Set<Integer> named) {
      if (read.containsKey(who)) {
        var mentions = new HashSet<>(named);
        mentions.retainAll(read.keySet());
        mentions.remove(who);
        log.add(new Entry(who, mentions));
        read.put(who, log.size());
      }
    }

    void mark(int who, int seq) {
      read.computeIfPresent(who, (_, before) -> Math.max(before, Math.min(seq, log.size())));
    }

    void unread(int who, int seq) {
      read.computeIfPresent(who, (_, _) -> Math.min(seq - 1, log.size()));
    }

    List<Long> numbers(int who) {
      List<Entry> after = log.subList(read.get(who), log.size());
      long unread = after.stream().filter(e -> e.from != NO_MESSAGE && e.from != who).count();
      long mentions = after.stream().filter(e -> e.mentions.contains(who)).count();
      return List.of((long) log.size(), (long) read.get(who), unread, mentions);
    }
  }
}
