package chat.parley.client;

import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.Status;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one person connected to one server: logs in, resumes after every break, sends what waits,
 * and brings every event of every room exactly once and in order.
 *
 * <p>All methods may be called from any thread and return at once. Everything that happens is done
 * on one thread of the client's own, its loop: it calls the {@link Journal}, then the {@link
 * ClientListener}, and completes the futures. What hangs on a future without an executor of its own
 * runs there too and must be quick.
 *
 * <p>Futures of commands fail with {@link RefusedException} when the server says no and with {@link
 * NotConnectedException} when there is no connection or it is cut meanwhile; commands are not
 * repeated by themselves. Messages are: see {@link #send}.
 */
public final class ParleyClient implements AutoCloseable {
  /** The most that {@link #close} waits for what the loop is doing just then. */
  private static final long CLOSE_MILLIS = 2_000;

  private final ClientLoop loop;
  private final Connector connector;
  private final ClientParts parts;

  private ParleyClient(
      ClientConfig config, Journal journal, ClientListener listener, CompletionStage<?> go) {
    this.loop = new ClientLoop("parley client " + config.server(), config.nanos());
    this.connector = new Connector(config, journal, new CarefulListener(listener), loop, go);
    this.parts = connector.parts();
  }

  /** Starts to connect, and goes on until {@link #close}. */
  public static ParleyClient start(ClientConfig config, Journal journal, ClientListener listener) {
    return start(config, journal, listener, CompletableFuture.completedFuture(null));
  }

  /**
   * The same for an app that has something else to do first.
   *
   * @param go the first connection is opened when this completes, with whatever result; what is
   *     written before waits as it does without a connection
   */
  public static ParleyClient start(
      ClientConfig config, Journal journal, ClientListener listener, CompletionStage<?> go) {
    var client = new ParleyClient(config, journal, listener, go);
    client.loop.start(client.parts.logs()::flush, client.connector::fault);
    client.loop.post(client.connector::connect);
    return client;
  }

  /**
   * Writes a message. The future completes when it is in the journal; it then goes out as soon as
   * there is a connection, in the order written, also after a restart of the app. The listener
   * hears of every step.
   *
   * <p>The future fails with {@link RefusedException} when ten thousand wait already, or with what
   * the journal throws; the message is not kept then.
   */
  public CompletableFuture<Nonce> send(RoomId room, String body) {
    return send(room, body, Command.Hook.NONE, 0);
  }

  /**
   * The same for a message that hangs on another one, or that can be taken back for a while.
   *
   * @param holdMillis for so long it is not said and {@link #discard} takes it back; what is
   *     written after it waits as well
   */
  public CompletableFuture<Nonce> send(
      RoomId room, String body, Command.Hook hook, long holdMillis) {
    return outbox(future -> future.complete(parts.outbox().add(room, body, hook, holdMillis)));
  }

  /** Sends a failed message again; false when there is none of that nonce. */
  public CompletableFuture<Boolean> retry(Nonce nonce) {
    return outbox(future -> future.complete(parts.outbox().retry(nonce)));
  }

  /**
   * Deletes a message that was not sent; false when there is none, or when it is on the wire right
   * now. One that was on the wire before a cut may have reached the server all the same.
   */
  public CompletableFuture<Boolean> discard(Nonce nonce) {
    return outbox(future -> future.complete(parts.outbox().discard(nonce)));
  }

  /** Says a message of one's own in other words. */
  public CompletableFuture<Event.Done> edit(RoomId room, long seq, String body) {
    return done(id -> new Command.Edit(id, room, seq, body));
  }

  public CompletableFuture<Event.Done> delete(RoomId room, long seq) {
    return done(id -> new Command.Delete(id, room, seq));
  }

  public CompletableFuture<Event.Done> react(RoomId room, long seq, String emoji, boolean on) {
    return done(id -> new Command.React(id, room, seq, emoji, on));
  }

  public CompletableFuture<Event.Done> pin(RoomId room, long seq, boolean on) {
    return done(id -> new Command.Pin(id, room, seq, on));
  }

  /** What a message said before. */
  public CompletableFuture<Event.EditList> edits(RoomId room, long seq) {
    return ask(id -> new Command.Edits(id, room, seq), Event.EditList.class);
  }

  /**
   * What was said under a message.
   *
   * @param before the page ends just before this seq; 0 for the newest
   */
  public CompletableFuture<Event.Found> thread(RoomId room, long seq, long before, int limit) {
    return ask(id -> new Command.Thread(id, room, seq, before, limit), Event.Found.class);
  }

  public CompletableFuture<Event.Found> pins(RoomId room) {
    return ask(id -> new Command.Pins(id, room), Event.Found.class);
  }

  /** What opens the server's HTTP addresses for a while. */
  public CompletableFuture<Event.Pass> pass() {
    return ask(Command.Renew::new, Event.Pass.class);
  }

  /**
   * A room's last messages with files, oldest first.
   *
   * @param before only those with a lower seq; 0 for the newest
   */
  public CompletableFuture<Event.Found> files(RoomId room, long before, int limit) {
    return ask(id -> new Command.Files(id, room, before, limit), Event.Found.class);
  }

  /**
   * The messages that name or call this person, in all rooms.
   *
   * @param before where the page before this one said that it goes on; 0 for the newest
   */
  public CompletableFuture<Event.Mentioned> mentions(long before, int limit) {
    return ask(id -> new Command.Mentions(id, before, limit), Event.Mentioned.class);
  }

  /**
   * See {@link Command.Search}.
   *
   * @param before 0 for the newest, else the last page's {@code next}
   */
  public CompletableFuture<Event.Hits> search(
      String query, Command.Narrow narrow, long before, int limit) {
    return ask(id -> new Command.Search(id, query, narrow, before, limit), Event.Hits.class);
  }

  public CompletableFuture<Event.Joined> createRoom(
      String name, RoomKind kind, String topic, List<UserId> invite) {
    return ask(id -> new Command.CreateRoom(id, name, kind, topic, invite), Event.Joined.class);
  }

  /** The direct room with these people. */
  public CompletableFuture<Event.Joined> openDirect(List<UserId> with) {
    return ask(id -> new Command.OpenDirect(id, with), Event.Joined.class);
  }

  public CompletableFuture<Event.Done> invite(RoomId room, List<UserId> users) {
    return done(id -> new Command.Invite(id, room, users));
  }

  /** Ends somebody else's membership. */
  public CompletableFuture<Event.Done> remove(RoomId room, UserId user) {
    return done(id -> new Command.Remove(id, room, user));
  }

  public CompletableFuture<Event.Done> rank(RoomId room, UserId user, Rank rank) {
    return done(id -> new Command.SetRank(id, room, user, rank));
  }

  /**
   * Changes what a room is.
   *
   * @param change with any id; what is null stays as it is
   */
  public CompletableFuture<Event.Done> changeRoom(Command.ChangeRoom change) {
    return done(
        id ->
            new Command.ChangeRoom(
                id,
                change.room(),
                change.name(),
                change.topic(),
                change.description(),
                change.posting(),
                change.archived()));
  }

  /** The people of this server whose name has {@code query} in it. */
  public CompletableFuture<Event.PeopleList> people(String query, int limit) {
    return ask(id -> new Command.People(id, query, limit), Event.PeopleList.class);
  }

  /** What this person lets others know; null for nothing. */
  public CompletableFuture<Event.Done> status(@Nullable Status status) {
    return done(id -> new Command.SetStatus(id, status));
  }

  /**
   * Keeps something for all devices of this person: here at once, and on the server as soon as
   * there is a connection. A null value takes it away. Nothing happens when it is so already.
   */
  public void keep(String key, @Nullable String value) {
    loop.call(() -> parts.keeps().put(key, value));
  }

  /** From {@code seq} on a room shall be unread, on all devices. */
  public CompletableFuture<Event.Done> unread(RoomId room, long seq) {
    var future = new CompletableFuture<Event.Done>();
    call(
        future,
        () -> {
          parts.signals().unread(room);
          parts
              .requests()
              .ask(
                  id -> new Command.Unread(id, room, seq),
                  Event.Done.class,
                  Requests.Answer.to(future));
        });
    return future;
  }

  public CompletableFuture<Event.Joined> join(Command.Place place) {
    return ask(id -> new Command.Join(id, place), Event.Joined.class);
  }

  public CompletableFuture<Event.Left> leave(RoomId room) {
    return ask(id -> new Command.Leave(id, room), Event.Left.class);
  }

  /** The directory: all rooms that can be joined. */
  public CompletableFuture<Event.RoomList> rooms() {
    return ask(Command.Rooms::new, Event.RoomList.class);
  }

  public CompletableFuture<Event.MemberList> members(RoomId room) {
    return ask(id -> new Command.Members(id, room), Event.MemberList.class);
  }

  /**
   * A page of a room's log. A page that ends just before what the journal has is put there before
   * the future completes, so that it is there the next time without a connection.
   *
   * @param limit most events wanted, from 1; the server has a limit of its own
   */
  public CompletableFuture<Event.HistoryPage> history(RoomId room, Command.Span span, int limit) {
    var future = new CompletableFuture<Event.HistoryPage>();
    call(
        future,
        () ->
            parts
                .requests()
                .ask(
                    id -> new Command.History(id, room, span, limit),
                    Event.HistoryPage.class,
                    new KeptPage(parts.logs(), room, span, future)));
    return future;
  }

  /** This person is composing; said at most every three seconds for a room, and only while live. */
  public void typing(RoomId room) {
    loop.call(() -> parts.signals().typing(room));
  }

  /** This person has read up to {@code seq}; the server hears of the newest one in a while. */
  public void read(RoomId room, long seq) {
    loop.call(
        () -> {
          parts.signals().read(room, seq);
          parts.book().readHere(room, seq);
          parts.book().publish();
        });
  }

  /** How this person is; kept over reconnects. */
  public void presence(Presence presence) {
    loop.call(() -> parts.signals().presence(presence));
  }

  /** Tries at once instead of waiting, also after a refusal. */
  public void retryNow() {
    loop.call(connector::retryNow);
  }

  /**
   * Ends the connection and every thread of the client. When this returns the journal is not used
   * any more, unless it was blocking for longer than two seconds.
   */
  @Override
  public void close() {
    loop.post(connector::close);
    loop.awaitEnd(CLOSE_MILLIS);
  }

  /**
   * Asks the server something.
   *
   * @param command makes it with the id that it is given
   * @param type of the answer
   * @return fails with {@link RefusedException} or {@link NotConnectedException}
   */
  public <T extends Event.Reply> CompletableFuture<T> ask(
      LongFunction<Command> command, Class<T> type) {
    var future = new CompletableFuture<T>();
    call(future, () -> parts.requests().ask(command, type, Requests.Answer.to(future)));
    return future;
  }

  /** Looks at the timers now: for tests that move the time themselves. */
  void lookAtTheClock() {
    loop.post(() -> {});
  }

  private CompletableFuture<Event.Done> done(LongFunction<Command> command) {
    return ask(command, Event.Done.class);
  }

  /** A failure here concerns who asked, not the connection. */
  private <T> CompletableFuture<T> outbox(Consumer<CompletableFuture<T>> work) {
    var future = new CompletableFuture<T>();
    call(
        future,
        () -> {
          try {
            work.accept(future);
          } catch (RuntimeException e) {
            future.completeExceptionally(e);
          }
          parts.outbox().pump();
        });
    return future;
  }

  private void call(CompletableFuture<?> future, Runnable task) {
    if (!loop.call(task)) {
      future.completeExceptionally(
          new RefusedException(ErrorCode.TOO_MANY, "Parley is closing or has too much to do."));
    }
  }

  /** Puts a page that was asked for into the journal on its way to who asked. */
  private record KeptPage(
      RoomLogs logs, RoomId room, Command.Span span, CompletableFuture<Event.HistoryPage> future)
      implements Requests.Answer<Event.HistoryPage> {
    @Override
    public void got(Event.HistoryPage page) {
      try {
        List<Event.RoomEvent> events = logs.withoutExpired(room, page.events());
        var now = new Event.HistoryPage(page.re(), page.room(), events, page.more());
        if (span instanceof Command.Span.Before) {
          logs.older(room, now);
        }
        future.complete(now);
      } catch (RuntimeException e) {
        future.completeExceptionally(e);
        throw e;
      }
    }

    @Override
    public void failed(RuntimeException why) {
      future.completeExceptionally(why);
    }
  }
}
