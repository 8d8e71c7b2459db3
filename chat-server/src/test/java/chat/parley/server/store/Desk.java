package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.DeviceId;
import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.Ties;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.access.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks a store for things and waits for the answer, in words that read well in a test. */
record Desk(Store store) {
  static final int MANY_ROOMS = 512;

  /** The server's own. */
  static final Rules RULES = new Access((_, _) -> true);

  /** A person with one device. */
  record Guest(User user, DeviceId device, String token) {
    UserId id() {
      return user.id();
    }

    String key() {
      return user.name().toLowerCase(Locale.ROOT);
    }

    Write.AddGuest coming() {
      return new Write.AddGuest(user, key(), new Write.NewDevice(device, token, "test", "here"));
    }

    Guest onDevice(String device) {
      return new Guest(user, new DeviceId(device), token);
    }
  }

  <R> CompletableFuture<Result<R>> submit(Write<R> write) {
    var result = new CompletableFuture<Result<R>>();
    store.submit(write, result::complete);
    return result;
  }

  <R> R done(Write<R> write) {
    return value(await(submit(write)));
  }

  <R> void refused(ErrorCode code, Write<R> write) {
    Result<R> result = await(submit(write));
    assertThat(result).isInstanceOf(Result.Refused.class);
    assertThat(((Result.Refused<R>) result).code()).isEqualTo(code);
    assertThat(((Result.Refused<R>) result).message()).endsWith(".");
  }

  static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(60, TimeUnit.SECONDS).join();
  }

  static <R> R value(Result<R> result) {
    assertThat(result).isInstanceOf(Result.Done.class);
    return ((Result.Done<R>) result).value();
  }

  Guest guest(String name) {
    Guest guest = stranger(name);
    done(guest.coming());
    return guest;
  }

  /** Somebody the store does not know. */
  static Guest stranger(String name) {
    String unique = UUID.randomUUID().toString();
    return new Guest(
        new User(new UserId("u-" + unique), name, Role.GUEST),
        new DeviceId("d-" + unique),
        "hash-" + unique);
  }

  static RoomId freshRoom() {
    return new RoomId("r-" + UUID.randomUUID());
  }

  static Write.JoinByName joining(Guest guest, String room) {
    return new Write.JoinByName(room, room, true, freshRoom(), guest.user(), MANY_ROOMS);
  }

  Write.Joining join(Guest guest, String room) {
    return done(joining(guest, room));
  }

  Write.Joining join(Guest guest, RoomId room) {
    return done(new Write.JoinById(room, guest.user(), MANY_ROOMS));
  }

  Write.Leaving leave(Guest guest, RoomId room) {
    return done(new Write.Leave(room, guest.user()));
  }

  static Write.Append saying(Guest guest, RoomId room, String body, Guest... mentioned) {
    return saying(guest, room, Nonce.fresh(), body, mentioned);
  }

  static Write.Append saying(
      Guest guest, RoomId room, Nonce nonce, String body, Guest... mentioned) {
    return saying(guest, room, nonce, body, Command.Hook.NONE, naming(mentioned));
  }

  static Write.Append saying(
      Guest guest,
      RoomId room,
      Nonce nonce,
      String body,
      Command.Hook hook,
      List<Write.Naming> naming) {
    return new Write.Append(
        room,
        guest.user(),
        guest.device(),
        nonce,
        body,
        hook,
        naming,
        _ -> true,
        Long.MAX_VALUE,
        Integer.MAX_VALUE);
  }

  static List<Write.Naming> naming(Guest... mentioned) {
    var naming = new ArrayList<Write.Naming>();
    for (Guest other : mentioned) {
      naming.add(new Write.Naming(List.of(other.key() + " is", other.key()), Ties.Call.NOBODY));
    }
    return naming;
  }

  Event.Message say(Guest guest, RoomId room, String body, Guest... mentioned) {
    return done(saying(guest, room, body, mentioned)).message();
  }

  Event.ReadMark mark(Guest guest, RoomId room, long seq) {
    return done(new Write.MarkRead(room, guest.id(), seq)).mark();
  }

  List<User> members(RoomId room) {
    return store.membersOf(room, new UserId("nobody")).stream().map(Member::user).toList();
  }

  RoomState state(Guest guest, RoomId room) {
    return store.roomsOf(guest.id()).stream()
        .filter(state -> state.room().id().equals(room))
        .findFirst()
        .orElseThrow();
  }

  /** Returns when the events of all that was answered were told too. */
  void settle() {
    // An answer comes after the events of every batch before its own.
    done(new Write.MarkRead(freshRoom(), new UserId("nobody"), 1));
  }

  /** The whole log as somebody sees it. */
  List<Event.RoomEvent> log(RoomId room, Guest reader) {
    var log = new ArrayList<Event.RoomEvent>();
    Store.Page page;
    do {
      long last = log.isEmpty() ? 0 : log.getLast().seq();
      page = store.page(room, new Command.Span.After(last), 500, reader.id());
      log.addAll(page.events());
    } while (page.more());
    return log;
  }

  /** Checks that seq counts 1, 2, 3 … */
  static void assertWithoutHoles(List<? extends Event.RoomEvent> log) {
    for (int i = 0; i < log.size(); i++) {
      assertThat(log.get(i).seq()).isEqualTo(i + 1L);
    }
  }
}
