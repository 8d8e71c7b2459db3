package chat.parley.server.store;

import static chat.parley.server.store.Desk.assertWithoutHoles;
import static chat.parley.server.store.Desk.saying;
import static chat.parley.server.store.Desk.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.Ties;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.store.Desk.Guest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises, whatever database is behind it. */
abstract class StoreContract {
  private final List<Event.RoomEvent> committed = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<CommitListener> also = new AtomicReference<>(_ -> {});
  private Store store;
  private Desk desk;

  /** Opens the store of this test; after a close the same one again. */
  abstract Store open(CommitListener listener);

  @BeforeEach
  void open() {
    store = open(this::heard);
    desk = new Desk(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void heard(List<Event.RoomEvent> events) {
    committed.addAll(events);
    also.get().onCommitted(events);
  }

  private void reopen() {
    store.close();
    open();
  }

  // Who exists

  @Test
  void guestIsFoundByTheHashOfTheToken() {
    Guest ann = desk.guest("Ann");

    assertThat(store.findLogin(ann.token())).contains(new Write.Login(ann.user(), ann.device()));
    assertThat(store.findLogin("another")).isEmpty();
  }

  @Test
  void nameThatLooksLikeATakenOneIsRefused() {
    desk.guest("Ann");
    Guest other = stranger("ANN");

    desk.refused(ErrorCode.NAME_TAKEN, other.coming());

    assertThat(store.findLogin(other.token())).isEmpty();
  }

  // Who is where

  @Test
  void joiningANameMakesTheRoomForTheFirstAndFindsItForTheNext() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");

    Write.Joining first = desk.join(ann, "tea");
    Write.Joining next = desk.join(bob, "tea");

    RoomId room = first.state().room().id();
    assertThat(next.state().room()).isEqualTo(first.state().room());
    assertThat(first.event().seq()).isEqualTo(1);
    assertThat(next.event().seq()).isEqualTo(2);
    assertThat(next.event().name()).isEqualTo("Bob");
    assertThat(next.state().head()).isEqualTo(2);
    assertThat(next.state().read()).isEqualTo(2);
    assertThat(desk.members(room)).containsExactly(ann.user(), bob.user());
    assertThat(desk.log(room, ann)).containsExactly(first.event(), next.event());
  }

  @Test
  void joiningTwiceChangesNothing() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    RoomId room = desk.join(ann, "tea").state().room().id();
    desk.join(bob, room);
    desk.say(bob, room, "hello Ann", ann);

    Write.Joining again = desk.join(ann, room);

    assertThat(again.event()).isNull();
    assertThat(again.state()).isEqualTo(desk.state(ann, room));
    assertThat(again.state().unread()).isEqualTo(1);
    assertThat(again.state().mentions()).isEqualTo(1);
  }

  @Test
  void roomIsNotMadeUnlessAskedFor() {
    Guest ann = desk.guest("Ann");

    desk.refused(
        ErrorCode.NO_SUCH_ROOM,
        new Write.JoinByName("tea", "tea", false, Desk.freshRoom(), ann.user(), 10));
    desk.refused(ErrorCode.NO_SUCH_ROOM, new Write.JoinById(Desk.freshRoom(), ann.user(), 10));

    assertThat(store.directory(ann.id())).isEmpty();
  }

  @Test
  void oneRoomTooManyIsRefused() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    RoomId first = desk.join(bob, "first").state().room().id();
    desk.join(ann, "second");

    desk.refused(ErrorCode.TOO_MANY, new Write.JoinById(first, ann.user(), 1));
    desk.refused(
        ErrorCode.TOO_MANY,
        new Write.JoinByName("third", "third", true, Desk.freshRoom(), ann.user(), 1));

    assertThat(store.roomsOf(ann.id())).hasSize(1);
    assertThat(store.directory(ann.id())).hasSize(2);
    assertThat(desk.log(first, ann)).hasSize(1);
  }

  @Test
  void whoIsNotKnownCannotJoin() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    Guest nobody = stranger("Nobody");

    desk.refused(ErrorCode.NOT_LOGGED_IN, new Write.JoinById(room, nobody.user(), 10));
    desk.refused(ErrorCode.NOT_LOGGED_IN, Desk.joining(nobody, "other"));
  }

  @Test
  void openedRoomIsEmptyAndStaysTheSame() {
    var first = new Write.OpenRoom("Lobby", "lobby", "Everybody", Desk.freshRoom());

    var room = desk.done(first);
    var again = desk.done(new Write.OpenRoom("lobby", "lobby", "Other", Desk.freshRoom()));

    Guest ann = desk.guest("Ann");
    assertThat(room.kind()).isEqualTo(RoomKind.PUBLIC);
    assertThat(room.topic()).isEqualTo("Everybody");
    assertThat(again).isEqualTo(room);
    assertThat(store.directory(ann.id())).containsExactly(new RoomListing(room, 0, false));
    assertThat(desk.log(room.id(), ann)).isEmpty();
    assertThat(desk.join(ann, "lobby").state().room()).isEqualTo(room);
  }

  @Test
  void directoryListsTheFullestRoomFirst() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    desk.join(ann, "zoo");
    desk.join(ann, "art");
    desk.join(bob, "zoo");

    assertThat(store.directory(bob.id()))
        .extracting(l -> l.room().name(), RoomListing::members, RoomListing::joined)
        .containsExactly(tuple("zoo", 2, true), tuple("art", 1, false));
  }

  @Test
  void leavingEndsTheMembershipOnce() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    RoomId room = desk.join(ann, "tea").state().room().id();
    desk.join(bob, room);

    Write.Leaving left = desk.leave(ann, room);
    Write.Leaving again = desk.leave(ann, room);

    assertThat(left.event().seq()).isEqualTo(3);
    assertThat(again.event()).isNull();
    assertThat(desk.leave(ann, Desk.freshRoom()).event()).isNull();
    assertThat(desk.members(room)).containsExactly(bob.user());
    assertThat(store.roomsOf(ann.id())).isEmpty();
    desk.refused(ErrorCode.NO_SUCH_ROOM, saying(ann, room, "still here?"));
    // The fourth event makes Bob the owner of the room that was Ann's.
    assertThat(desk.log(room, bob)).hasSize(4);
  }

  // What is said

  @Test
  void messageIsInTheLogWithItsNonceForItsSenderOnly() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    RoomId room = desk.join(ann, "tea").state().room().id();
    desk.join(bob, room);

    Event.Message said = desk.say(ann, room, "hello 🫖 \u0000 there");

    assertThat(said.seq()).isEqualTo(3);
    assertThat(said.name()).isEqualTo("Ann");
    assertThat(desk.log(room, ann).getLast()).isEqualTo(said);
    assertThat(desk.log(room, bob).getLast())
        .isEqualTo(
            new Event.Message(
                room, 3, ann.id(), "Ann", said.at(), said.body(), said.mentions(), null));
    desk.settle();
    assertThat(committed.getLast()).isEqualTo(said);
  }

  @Test
  void whoIsNotInTheRoomCannotWriteThere() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    RoomId room = desk.join(ann, "tea").state().room().id();

    desk.refused(ErrorCode.NO_SUCH_ROOM, saying(bob, room, "let me in"));
    desk.refused(ErrorCode.NO_SUCH_ROOM, saying(ann, Desk.freshRoom(), "anybody?"));
    desk.refused(ErrorCode.NOT_LOGGED_IN, saying(ann.onDevice("stolen"), room, "hi"));
    desk.refused(ErrorCode.NOT_LOGGED_IN, saying(ann.onDevice(bob.device().value()), room, "hi"));

    assertThat(desk.log(room, ann)).hasSize(1);
  }

  @Test
  void repeatedNonceGetsTheFirstAnswer() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    RoomId room = desk.join(ann, "tea").state().room().id();
    desk.join(bob, room);
    Write.Append write = saying(ann, room, "once", bob);
    Write.Appended first = desk.done(write);
    desk.say(bob, room, "in between");
    desk.settle();
    int heard = committed.size();

    Write.Appended again = desk.done(write);

    assertThat(first.repeat()).isFalse();
    assertThat(again).isEqualTo(new Write.Appended(first.message(), true));
    assertThat(again.message().mentions()).containsExactly(bob.id());
    desk.settle();
    assertThat(committed).hasSize(heard);
    assertThat(desk.log(room, ann)).hasSize(4);
  }

  @Test
  void repeatedNonceGetsTheFirstAnswerAfterLeavingToo() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    Write.Append write = saying(ann, room, "last words");
    Write.Appended first = desk.done(write);
    desk.leave(ann, room);

    assertThat(desk.done(write)).isEqualTo(new Write.Appended(first.message(), true));
  }

  @Test
  void repeatedNonceGetsTheFirstAnswerAfterReopening() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    Write.Append write = saying(ann, room, "once");
    Write.Appended first = desk.done(write);

    reopen();

    assertThat(desk.done(write)).isEqualTo(new Write.Appended(first.message(), true));
  }

  @Test
  void nonceOfAnotherTextOrRoomIsRefused() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    RoomId other = desk.join(ann, "cake").state().room().id();
    Nonce nonce = Nonce.fresh();
    desk.done(saying(ann, room, nonce, "this"));

    desk.refused(ErrorCode.NONCE_CONFLICT, saying(ann, room, nonce, "that"));
    desk.refused(ErrorCode.NONCE_CONFLICT, saying(ann, other, nonce, "this"));

    assertThat(desk.log(room, ann)).hasSize(2);
    assertThat(desk.log(other, ann)).hasSize(1);
    assertThat(desk.say(ann, other, "goes on").seq()).isEqualTo(2);
  }

  @Test
  void nonceIsTheDevicesOwn() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    RoomId room = desk.join(ann, "tea").state().room().id();
    desk.join(bob, room);
    Nonce nonce = Nonce.fresh();

    Write.Appended first = desk.done(saying(ann, room, nonce, "mine"));
    Write.Appended other = desk.done(saying(bob, room, nonce, "yours"));

    assertThat(other.repeat()).isFalse();
    assertThat(other.message().seq()).isEqualTo(first.message().seq() + 1);
  }

  @Test
  void nonceSentTwiceAtOnceIsOneMessage() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    Nonce nonce = Nonce.fresh();

    var first = desk.submit(saying(ann, room, nonce, "once"));
    var again = desk.submit(saying(ann, room, nonce, "once"));
    var changed = desk.submit(saying(ann, room, nonce, "twice"));

    Event.Message message = Desk.value(Desk.await(first)).message();
    assertThat(Desk.value(Desk.await(again))).isEqualTo(new Write.Appended(message, true));
    assertThat(Desk.await(changed))
        .isInstanceOfSatisfying(
            Result.Refused.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.NONCE_CONFLICT));
    assertThat(desk.log(room, ann)).hasSize(2);
  }

  @Test
  void nonceFromSixteenThreadsIsOneMessage() throws Exception {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    int rounds = 50;
    List<Nonce> nonces = IntStream.range(0, rounds).mapToObj(_ -> Nonce.fresh()).toList();
    var answers = new ArrayList<List<CompletableFuture<Result<Write.Appended>>>>();
    inParallel(
        16,
        _ -> {
          var mine = new ArrayList<CompletableFuture<Result<Write.Appended>>>();
          for (Nonce nonce : nonces) {
            mine.add(desk.submit(saying(ann, room, nonce, "body of " + nonce)));
          }
          synchronized (answers) {
            answers.add(mine);
          }
        });

    for (int i = 0; i < rounds; i++) {
      int round = i;
      List<Write.Appended> same =
          answers.stream().map(mine -> Desk.value(Desk.await(mine.get(round)))).toList();
      assertThat(same).extracting(Write.Appended::message).containsOnly(same.getFirst().message());
      assertThat(same).filteredOn(answer -> !answer.repeat()).hasSize(1);
    }
    assertThat(desk.log(room, ann)).hasSize(1 + rounds);
  }

  // Order

  @Test
  void sixteenWritersInFiveRoomsLeaveNoHoles() throws Exception {
    Guest host = desk.guest("Host");
    List<RoomId> rooms =
        IntStream.range(0, 5)
            .mapToObj(i -> desk.join(host, "room" + i).state().room().id())
            .toList();
    List<Guest> guests = IntStream.range(0, 16).mapToObj(i -> desk.guest("Guest" + i)).toList();

    inParallel(
        16,
        w -> {
          for (int i = 0; i < 60; i++) {
            RoomId room = rooms.get((w + i) % rooms.size());
            if (i % 6 < 5) {
              desk.join(guests.get(w), room);
              desk.say(guests.get(w), room, "line " + i);
            } else {
              desk.leave(guests.get(w), room);
            }
          }
        });

    desk.settle();
    Map<RoomId, List<Event.RoomEvent>> heard = new HashMap<>();
    List.copyOf(committed)
        .forEach(e -> heard.computeIfAbsent(e.room(), _ -> new ArrayList<>()).add(e));
    for (RoomId room : rooms) {
      List<Event.RoomEvent> log = desk.log(room, host);
      assertWithoutHoles(log);
      assertWithoutHoles(heard.get(room));
      assertThat(heard.get(room)).hasSameSizeAs(log);
      assertThat(desk.state(host, room).head()).isEqualTo(log.size());
    }
    long messages = committed.stream().filter(Event.Message.class::isInstance).count();
    assertThat(messages).isEqualTo(16 * 50);
  }

  @Test
  void resultsComeInTheOrderOfCommitAndBeforeTheEventsOfTheirBatch() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    desk.settle();
    List<String> timeline = new ArrayList<>();
    also.set(events -> events.forEach(e -> timeline.add("event " + e.seq() + " " + threadName())));
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      var told = new CompletableFuture<Void>();
      store.submit(
          saying(ann, room, "line"),
          result -> {
            timeline.add("result " + Desk.value(result).message().seq() + " " + threadName());
            told.complete(null);
          });
      all.add(told);
    }
    all.forEach(Desk::await);
    store.drain(Duration.ofSeconds(10));

    for (String kind : List.of("result ", "event ")) {
      assertThat(timeline.stream().filter(line -> line.startsWith(kind)).toList())
          .isEqualTo(
              IntStream.range(2, 1_002).mapToObj(i -> kind + i + " parley-delivery").toList());
    }
    for (int seq = 2; seq < 1_002; seq++) {
      assertThat(timeline.indexOf("result " + seq + " parley-delivery"))
          .isLessThan(timeline.indexOf("event " + seq + " parley-delivery"));
    }
  }

  private static String threadName() {
    return Thread.currentThread().getName();
  }

  @Test
  void listenerThatFailsKeepsNobodyFromHearing() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    also.set(
        _ -> {
          throw new AssertionError("a fault of the listener");
        });
    store.submit(
        saying(ann, room, "one"),
        _ -> {
          throw new AssertionError("a fault of the writer");
        });

    assertThat(desk.say(ann, room, "two").seq()).isEqualTo(3);
    assertThat(desk.say(ann, room, "three").seq()).isEqualTo(4);
  }

  @Test
  void whatWasAnsweredCanBeRead() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    for (int i = 0; i < 200; i++) {
      Event.Message said = desk.say(ann, room, "line " + i);
      assertThat(store.page(room, new Command.Span.After(said.seq() - 1), 5, ann.id()).events())
          .containsExactly(said);
    }
  }

  // Reading

  @Test
  void pagesCoverTheLogFromBothEnds() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    IntStream.range(0, 9).forEach(i -> desk.say(ann, room, "line " + i));

    checkPage(room, ann, new Command.Span.After(0), 4, true, 1, 2, 3, 4);
    checkPage(room, ann, new Command.Span.After(6), 4, false, 7, 8, 9, 10);
    checkPage(room, ann, new Command.Span.After(5), 4, true, 6, 7, 8, 9);
    checkPage(room, ann, new Command.Span.After(8), 4, false, 9, 10);
    checkPage(room, ann, new Command.Span.After(10), 4, false);
    checkPage(room, ann, new Command.Span.After(Long.MAX_VALUE), 4, false);
    checkPage(room, ann, new Command.Span.Before(11), 4, true, 7, 8, 9, 10);
    checkPage(room, ann, new Command.Span.Before(Long.MAX_VALUE), 2, true, 9, 10);
    checkPage(room, ann, new Command.Span.Before(5), 4, false, 1, 2, 3, 4);
    checkPage(room, ann, new Command.Span.Before(3), 4, false, 1, 2);
    checkPage(room, ann, new Command.Span.Before(1), 4, false);
    checkPage(Desk.freshRoom(), ann, new Command.Span.Before(9), 4, false);
  }

  private void checkPage(
      RoomId room, Guest reader, Command.Span span, int limit, boolean more, long... seqs) {
    Store.Page page = store.page(room, span, limit, reader.id());
    assertThat(page.events().stream().mapToLong(Event.RoomEvent::seq)).containsExactly(box(seqs));
    assertThat(page.more()).as("more of %s", span).isEqualTo(more);
  }

  private static Long[] box(long... numbers) {
    return Arrays.stream(numbers).boxed().toArray(Long[]::new);
  }

  @Test
  void membersAreListedByName() {
    Guest cat = desk.guest("cat");
    RoomId room = desk.join(cat, "tea").state().room().id();
    desk.join(desk.guest("Bob"), room);
    desk.join(desk.guest("ann"), room);

    assertThat(desk.members(room)).extracting(User::name).containsExactly("ann", "Bob", "cat");
    assertThat(desk.members(Desk.freshRoom())).isEmpty();
  }

  // Read marks

  @Test
  void mentionOfTheFirstKeyThatIsAMembersCounts() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    Guest bobBig = desk.guest("Bob Big");
    Guest away = desk.guest("Away");
    RoomId room = desk.join(ann, "tea").state().room().id();
    desk.join(bob, room);
    desk.join(bobBig, room);

    Event.Message said =
        desk.done(
                saying(
                    ann,
                    room,
                    Nonce.fresh(),
                    "@Bob Big and @Away and @Ann and @Bob Big",
                    Command.Hook.NONE,
                    Stream.of(
                            List.of("bob big and", "bob big", "bob"),
                            List.of(away.key()),
                            List.of("ann"),
                            List.of("bob big"))
                        .map(keys -> new Write.Naming(keys, Ties.Call.NOBODY))
                        .toList()))
            .message();

    assertThat(said.mentions()).containsExactly(bobBig.id());
    assertThat(desk.state(bobBig, room).mentions()).isEqualTo(1);
    assertThat(desk.state(bob, room).mentions()).isZero();
    assertThat(desk.state(ann, room).mentions()).isZero();
    assertThat(desk.log(room, bob).getLast())
        .isInstanceOfSatisfying(
            Event.Message.class, m -> assertThat(m.mentions()).containsExactly(bobBig.id()));
  }

  @Test
  void oneMessageNamesAtMostFifty() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    Guest[] others =
        IntStream.range(0, 60).mapToObj(i -> desk.guest("Guest" + i)).toArray(Guest[]::new);
    for (Guest other : others) {
      desk.join(other, room);
    }

    assertThat(desk.say(ann, room, "everybody", others).mentions()).hasSize(50);
  }

  @Test
  void readMarkOnlyMovesUpAndNeverBeyondTheHead() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    RoomId room = desk.join(ann, "tea").state().room().id();
    desk.join(bob, room);
    for (int i = 0; i < 4; i++) {
      desk.say(ann, room, "line " + i, bob);
    }

    assertThat(desk.mark(bob, room, 4)).isEqualTo(new Event.ReadMark(room, 4, 2, 2));
    assertThat(desk.mark(bob, room, 3)).isNull();
    assertThat(desk.mark(bob, room, 4)).isNull();
    assertThat(desk.mark(bob, room, 999)).isEqualTo(new Event.ReadMark(room, 6, 0, 0));
    assertThat(desk.mark(desk.guest("Cat"), room, 6)).isNull();
    assertThat(desk.mark(bob, Desk.freshRoom(), 6)).isNull();
    assertThat(desk.state(bob, room).read()).isEqualTo(6);
  }

  // Lasting

  @Test
  void reopeningKeepsEverything() {
    Guest ann = desk.guest("Ann");
    Guest bob = desk.guest("Bob");
    RoomId room = desk.join(ann, "tea").state().room().id();
    desk.join(bob, room);
    desk.say(ann, room, "hello Bob", bob);
    desk.say(ann, room, "are you there?");
    desk.mark(bob, room, 3);
    String epoch = store.epoch();
    var log = desk.log(room, ann);
    var rooms = store.roomsOf(bob.id());

    reopen();

    assertThat(store.epoch()).isEqualTo(epoch).hasSize(32);
    assertThat(desk.log(room, ann)).isEqualTo(log);
    assertThat(store.roomsOf(bob.id())).isEqualTo(rooms);
    assertThat(store.findLogin(ann.token())).isPresent();
    assertThat(desk.say(bob, room, "here").seq()).isEqualTo(5);
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void drainEndsWhatWasQueuedAndRefusesWhatComesLater() {
    Guest ann = desk.guest("Ann");
    RoomId room = desk.join(ann, "tea").state().room().id();
    List<CompletableFuture<Result<Write.Appended>>> queued =
        IntStream.range(0, 500).mapToObj(i -> desk.submit(saying(ann, room, "line " + i))).toList();

    store.drain(Duration.ofSeconds(20));

    assertThat(queued).allSatisfy(answer -> Desk.value(answer.getNow(null)));
    desk.refused(ErrorCode.GOING_AWAY, saying(ann, room, "too late"));
    assertThat(desk.log(room, ann)).hasSize(501);
  }

  /** Runs the work on so many threads at once and waits for them; throws what one of them threw. */
  private static void inParallel(int threads, Work work) throws Exception {
    var together = new CyclicBarrier(threads);
    try (var pool = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var running =
          IntStream.range(0, threads)
              .mapToObj(
                  worker ->
                      pool.submit(
                          () -> {
                            together.await();
                            work.of(worker);
                            return null;
                          }))
              .toList();
      for (var one : running) {
        one.get();
      }
    }
  }

  private interface Work {
    void of(int worker) throws Exception;
  }
}
