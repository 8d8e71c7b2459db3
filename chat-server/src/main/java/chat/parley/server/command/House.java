package chat.parley.server.command;

import chat.parley.model.Member;
import chat.parley.model.MessageLimits;
import chat.parley.model.RoomId;
import chat.parley.model.Storage;
import chat.parley.model.UserId;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.access.Access;
import chat.parley.server.access.Credentials;
import chat.parley.server.access.Secrets;
import chat.parley.server.room.LiveRooms;
import chat.parley.server.room.Silences;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Result;
import chat.parley.server.store.Rules;
import chat.parley.server.store.Ruling;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the handlers work with.
 *
 * @param sign what every welcome says about this server
 * @param nanos a clock that only goes forward
 * @param clock the time of day
 * @param startedAt of this process, epoch milliseconds
 * @param share most bytes of one person's files
 * @param storage asks the disk
 */
public record House(
    Signboard sign,
    Store store,
    LiveRooms rooms,
    Silences silences,
    Access access,
    Rates rates,
    Secrets secrets,
    Credentials credentials,
    LongSupplier nanos,
    InstantSource clock,
    long startedAt,
    long share,
    Supplier<Storage> storage) {

  /** What every welcome says about this server at this moment. */
  public Event.ServerInfo server() {
    return sign.server();
  }

  /** From now on, or from the start on what was decided before it. */
  public void decide(Ruling.Chosen chosen) {
    sign.decide(chosen);
    MessageLimits messages = sign.settings().messages();
    decide(Rates.Kind.SEND, messages.sendPerSecond());
    decide(Rates.Kind.ROOM, messages.roomPerSecond());
  }

  private void decide(Rates.Kind kind, int perSecond) {
    rates.decide(kind, MessageLimits.burst(perSecond), perSecond);
  }

  void require(Session session, Access.Action action, RoomId room) throws Refusal {
    if (!access.check(session.user(), action, room)) {
      throw Refusal.noSuchRoom();
    }
  }

  /** For what is only looked at; what is written is decided while it is written. */
  void require(Session session, Rules.ServerDeed deed) throws Refusal {
    Optional<String> no = access.check(session.user(), deed);
    if (no.isPresent()) {
      throw new Refusal(ErrorCode.FORBIDDEN, no.get());
    }
  }

  /** Why somebody writes nothing in a room; empty when they may, as far as the live side knows. */
  Optional<String> mayNotType(Session session, RoomId room) {
    UserId user = session.user().id();
    return access.mayType(
        session.user().role(),
        silences.isReader(room, user),
        silences.of(room, user, clock.millis()));
  }

  /** For what the store decides, which knows more; a "no" here saves it the work. */
  void requireMember(Session session, RoomId room) throws Refusal {
    require(session, Access.Action.READ, room);
  }

  void requireRate(Rates.Kind kind, Object whose) throws Refusal {
    long wait = rates.take(kind, whose);
    if (wait > 0) {
      throw Refusal.tooFast(wait);
    }
  }

  /**
   * Hands a write over. What came of it goes on from the delivery thread, before the events of the
   * same commit are passed on; a refusal is said.
   */
  <R> void write(Session session, long id, Write<R> write, Consumer<R> done) {
    store.submit(
        write,
        result -> {
          switch (result) {
            case Result.Done<R> yes -> done.accept(yes.value());
            case Result.Refused<R> no -> session.refuse(id, no.code(), no.message(), no.retryMs());
          }
        });
  }

  /** Hands over a write of which nobody needs to know more than that it is done. */
  void change(Session session, long id, Write<Write.Changed> write) {
    write(session, id, write, _ -> session.reply(new Event.Done(id)));
  }

  /** With what only the live side knows, and without a status that is over. */
  List<Member> asTheyAre(List<Member> stored) {
    return asTheyAre(stored, false);
  }

  /**
   * @param muted whether the reader may know who is muted
   */
  List<Member> asTheyAre(List<Member> stored, boolean muted) {
    long now = clock.millis();
    return stored.stream()
        .map(
            member ->
                new Member(
                    member.user(),
                    rooms.presenceOf(member.user().id()),
                    member.rank(),
                    member.status() == null || member.status().isOver(now) ? null : member.status(),
                    member.read(),
                    member.got(),
                    muted && member.mutedUntil() > now ? member.mutedUntil() : 0))
        .toList();
  }

  /** Writes and waits for what comes of it. For what happens seldom; a send does not wait. */
  <R> Result<R> result(Write<R> write) {
    var result = new CompletableFuture<Result<R>>();
    store.submit(write, result::complete);
    return result.join();
  }

  /** Writes and waits until it is on disk. */
  <R> R write(Write<R> write) throws Refusal {
    return switch (result(write)) {
      case Result.Done<R> done -> done.value();
      case Result.Refused<R> no -> throw new Refusal(no.code(), no.message(), no.retryMs());
    };
  }
}
