package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.MemoryJournal;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import chat.parley.server.store.Desk.Guest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * Whoever heard every event as it happened and folded it has the same messages as one who comes
 * later and asks: whatever several people did to them, in whatever order.
 */
abstract class FoldModelContract {
  private static final int PEOPLE = 3;
  private static final List<String> EMOJI = List.of("👍", "🎉", "👀");
  private static final List<String> WORDS = List.of("tea", "coffee", "water");

  private static final long FAR_FUTURE = Long.MAX_VALUE;

  /** What happened, as it was told when it happened: events of the log, and what is too old. */
  private static final List<Event> told = new ArrayList<>();

  /** The same store for every try; its listener is {@link #heard}. */
  abstract Store store();

  static void heard(List<Event.RoomEvent> events) {
    synchronized (told) {
      told.addAll(events);
    }
  }

  /** Something one of the people does to one of the messages so far. */
  sealed interface Step {
    int who();

    int which();

    record Say(int who, int which, boolean inThread, int words) implements Step {}

    record Edit(int who, int which, int words, int named) implements Step {}

    record Delete(int who, int which) implements Step {}

    record React(int who, int which, int emoji, boolean on) implements Step {}

    record Pin(int who, int which, boolean on) implements Step {}

    /** The oldest so many events become too old. */
    record Expire(int who, int which) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> stepsAndAging() {
    Arbitrary<Step> expire = Arbitraries.integers().between(1, 6).map(n -> new Step.Expire(0, n));
    return Combinators.combine(steps(), expire, steps(), expire, steps())
        .as(
            (first, aging, second, again, third) -> {
              var all = new ArrayList<>(first);
              all.add(aging);
              all.addAll(second);
              all.add(again);
              all.addAll(third);
              return all;
            });
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var who = Arbitraries.integers().between(0, PEOPLE - 1);
    var which = Arbitraries.integers().between(0, 7);
    var three = Arbitraries.integers().between(0, 2);
    var on = Arbitraries.of(true, true, false);
    Arbitrary<Step> say =
        Combinators.combine(who, which, Arbitraries.of(true, false), three).as(Step.Say::new);
    Arbitrary<Step> edit = Combinators.combine(who, which, three, who).as(Step.Edit::new);
    Arbitrary<Step> delete = Combinators.combine(who, which).as(Step.Delete::new);
    Arbitrary<Step> react = Combinators.combine(who, which, three, on).as(Step.React::new);
    Arbitrary<Step> pin = Combinators.combine(who, which, on).as(Step.Pin::new);
    return Arbitraries.frequencyOf(
            Tuple.of(6, say),
            Tuple.of(5, edit),
            Tuple.of(1, delete),
            Tuple.of(6, react),
            Tuple.of(2, pin))
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void aFreshPageIsWhatFoldingWouldSay(@ForAll("steps") List<Step> steps) {
    synchronized (told) {
      told.clear();
    }
    var desk = new Desk(store());
    List<Guest> people =
        IntStream.range(0, PEOPLE).mapToObj(_ -> desk.guest(Desk.freshRoom().value())).toList();
    RoomId room = desk.join(people.getFirst(), Desk.freshRoom().value()).state().room().id();
    people.forEach(guest -> desk.join(guest, room));
    for (Step step : steps) {
      Desk.await(desk.submit(write(step, people, room)));
    }
    desk.settle();

    List<Event.RoomEvent> events = happened();
    Desk.assertWithoutHoles(events);
    assertThat(messages(desk.log(room, Desk.stranger("Late"))))
        .containsExactlyElementsOf(folded(events).values());
    checkViews(desk, room, folded(events));
    checkNothingDeletedIsLeft(desk.log(room, people.getFirst()), folded(events));
  }

  /**
   * One client was there all the time, one went away in between and comes back: both keep what the
   * server has, and nothing of what it deleted.
   */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whatAClientKeepsIsWhatTheServerHasWhateverBecameTooOld(
      @ForAll("stepsAndAging") List<Step> steps, @ForAll @IntRange(max = 40) int away) {
    var desk = new Desk(store());
    while (desk.done(new Write.Expire(FAR_FUTURE, 500)).more()) {
      // What was said in other tries is too old before this one begins.
    }
    desk.settle();
    synchronized (told) {
      told.clear();
    }
    List<Guest> people =
        IntStream.range(0, PEOPLE).mapToObj(_ -> desk.guest(Desk.freshRoom().value())).toList();
    RoomId room = desk.join(people.getFirst(), Desk.freshRoom().value()).state().room().id();
    people.forEach(guest -> desk.join(guest, room));
    for (Step step : steps) {
      if (step instanceof Step.Expire expire) {
        store().submit(new Write.Expire(FAR_FUTURE, expire.which()), FoldModelContract::aged);
      } else {
        Desk.await(desk.submit(write(step, people, room)));
      }
    }
    desk.settle();

    List<Event.RoomEvent> log = desk.log(room, Desk.stranger("Late"));
    RoomState state = desk.state(people.getFirst(), room);
    List<Event> heard;
    synchronized (told) {
      heard = List.copyOf(told);
    }
    var present = new MemoryJournal();
    heard.forEach(event -> keep(present, state, event));
    assertThat(present.events(room)).isEqualTo(log);

    var absent = new MemoryJournal();
    heard.stream().limit(away).forEach(event -> keep(absent, state, event));
    absent.rooms(List.of(state));
    long cursor = absent.cursors().getOrDefault(room, 0L);
    if (cursor < log.size()) {
      absent.append(room, log.subList((int) cursor, log.size()));
    }
    assertThat(absent.events(room)).isEqualTo(log);
  }

  /** Hears it where events are told, so that it comes in its place among them. */
  private static void aged(Result<Write.Expired> result) {
    synchronized (told) {
      told.addAll(Desk.value(result).gone());
    }
  }

  private static void keep(MemoryJournal journal, RoomState state, Event heard) {
    switch (heard) {
      case Event.Message message -> journal.append(message.room(), List.of(message.withoutNonce()));
      case Event.RoomEvent event -> journal.append(event.room(), List.of(event));
      case Event.Expired expired ->
          journal.room(
              new RoomState(
                  state.room(), 0, 0, 0, 0, state.rank(), state.with(), 0, expired.seq()));
      default -> throw new AssertionError(heard);
    }
  }

  private static List<Event.RoomEvent> happened() {
    synchronized (told) {
      return told.stream()
          .filter(Event.RoomEvent.class::isInstance)
          .map(Event.RoomEvent.class::cast)
          .toList();
    }
  }

  /** Folding again what a page has already must not change it: an app cannot tell. */
  private static Map<Long, Event.Message> folded(List<Event.RoomEvent> events) {
    var messages = new TreeMap<Long, Event.Message>();
    for (Event.RoomEvent event : events) {
      if (event instanceof Event.Message message) {
        messages.put(message.seq(), message.withoutNonce());
      }
      messages.computeIfPresent(Fold.targetOf(event), (_, message) -> Fold.after(message, event));
    }
    for (Event.RoomEvent event : events) {
      messages.computeIfPresent(
          Fold.targetOf(event),
          (_, message) -> {
            assertThat(Fold.after(message, event)).isEqualTo(message);
            return message;
          });
    }
    return messages;
  }

  private static void checkViews(Desk desk, RoomId room, Map<Long, Event.Message> messages) {
    var reader = Desk.stranger("Late").id();
    assertThat(desk.store().pins(room, reader))
        .containsExactlyInAnyOrderElementsOf(
            messages.values().stream().filter(m -> m.changes().pinned()).toList());
    messages.forEach(
        (seq, message) -> {
          List<Event.Message> under =
              messages.values().stream().filter(m -> m.ties().thread() == seq).toList();
          assertThat(desk.store().thread(room, seq, 0, 500, reader).orElseThrow().messages())
              .isEqualTo(under);
          assertThat(message.changes().replies().count()).isEqualTo(under.size());
          var editions = desk.store().editions(room, seq);
          assertThat(editions.isPresent()).isEqualTo(!message.changes().deleted());
          editions.ifPresent(all -> assertThat(all.getLast().body()).isEqualTo(message.body()));
        });
  }

  private static void checkNothingDeletedIsLeft(
      List<Event.RoomEvent> log, Map<Long, Event.Message> messages) {
    for (Event.RoomEvent event : log) {
      if (event instanceof Event.Edited edited) {
        boolean gone = messages.get(edited.target()).changes().deleted();
        assertThat(edited.body().isEmpty()).isEqualTo(gone);
        assertThat(!gone || edited.mentions().isEmpty()).isTrue();
      }
    }
  }

  private static List<Event.Message> messages(List<Event.RoomEvent> log) {
    return log.stream()
        .filter(Event.Message.class::isInstance)
        .map(Event.Message.class::cast)
        .toList();
  }

  /** The messages are at seq 4 and up: three people came in before. */
  private static Write<?> write(Step step, List<Guest> people, RoomId room) {
    Guest who = people.get(step.who());
    long seq = 4 + step.which();
    return switch (step) {
      case Step.Say s ->
          Desk.saying(
              who,
              room,
              Nonce.fresh(),
              WORDS.get(s.words()),
              new Command.Hook(0, s.inThread() ? seq : 0, null),
              List.of());
      case Step.Edit s ->
          new Write.Edit(
              room, who.user(), seq, WORDS.get(s.words()), Desk.naming(people.get(s.named())));
      case Step.Delete s -> new Write.Delete(room, who.user(), seq);
      case Step.React s -> new Write.React(room, who.user(), seq, EMOJI.get(s.emoji()), s.on());
      case Step.Expire s -> new Write.Expire(FAR_FUTURE, s.which());
      case Step.Pin s -> new Write.Pin(room, who.user(), seq, s.on());
    };
  }
}
