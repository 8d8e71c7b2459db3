package chat.parley.desktop.app;

import chat.parley.client.ParleyClient;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.outside.Connection;
import chat.parley.model.Fingerprint;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.Status;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The client, as the view models know it. */
record ClientConnection(
    ParleyClient client, Cache cache, ClientTransfers transfers, Acquaintance server)
    implements Connection {
  /** What this computer knows of the server. */
  interface Acquaintance {
    /** Writes down that the server has this key from now on. */
    void trust(Fingerprint key) throws IOException;

    /** Where it answered last. */
    ServerAddress place();

    /** Nobody waits for it any more. */
    void end();
  }

  @Override
  public CompletableFuture<Nonce> send(
      RoomId room, String body, Command.Hook hook, long holdMillis) {
    return client.send(room, body, hook, holdMillis);
  }

  @Override
  public CompletableFuture<Event.Done> edit(RoomId room, long seq, String body) {
    return client.edit(room, seq, body);
  }

  @Override
  public CompletableFuture<Event.Done> delete(RoomId room, long seq) {
    return client.delete(room, seq);
  }

  @Override
  public CompletableFuture<Event.Done> react(RoomId room, long seq, String emoji, boolean on) {
    return client.react(room, seq, emoji, on);
  }

  @Override
  public CompletableFuture<Event.Done> pin(RoomId room, long seq, boolean on) {
    return client.pin(room, seq, on);
  }

  @Override
  public CompletableFuture<Event.EditList> edits(RoomId room, long seq) {
    return client.edits(room, seq);
  }

  @Override
  public CompletableFuture<Event.Found> thread(RoomId room, long seq, long before, int limit) {
    return client.thread(room, seq, before, limit);
  }

  @Override
  public CompletableFuture<Event.Found> pins(RoomId room) {
    return client.pins(room);
  }

  @Override
  public CompletableFuture<Event.Mentioned> mentions(long before, int limit) {
    return client.mentions(before, limit);
  }

  @Override
  public CompletableFuture<Event.Joined> createRoom(
      String name, RoomKind kind, String topic, List<UserId> invite) {
    return client.createRoom(name, kind, topic, invite);
  }

  @Override
  public CompletableFuture<Event.Joined> openDirect(List<UserId> with) {
    return client.openDirect(with);
  }

  @Override
  public CompletableFuture<Event.Done> invite(RoomId room, List<UserId> users) {
    return client.invite(room, users);
  }

  @Override
  public CompletableFuture<Event.Done> remove(RoomId room, UserId user) {
    return client.remove(room, user);
  }

  @Override
  public CompletableFuture<Event.Done> rank(RoomId room, UserId user, Rank rank) {
    return client.rank(room, user, rank);
  }

  @Override
  public CompletableFuture<Event.Done> changeRoom(Command.ChangeRoom change) {
    return client.changeRoom(change);
  }

  @Override
  public CompletableFuture<Event.PeopleList> people(String query, int limit) {
    return client.people(query, limit);
  }

  @Override
  public CompletableFuture<Event.Done> status(@Nullable Status status) {
    return client.status(status);
  }

  @Override
  public void keep(String key, @Nullable String value) {
    client.keep(key, value);
  }

  @Override
  public CompletableFuture<Event.Done> unread(RoomId room, long seq) {
    return client.unread(room, seq);
  }

  @Override
  public CompletableFuture<Boolean> retry(Nonce nonce) {
    return client.retry(nonce);
  }

  @Override
  public CompletableFuture<Boolean> discard(Nonce nonce) {
    return transfers.spare(nonce).thenCompose(client::discard);
  }

  @Override
  public CompletableFuture<Event.Joined> join(Command.Place place) {
    return client.join(place);
  }

  @Override
  public CompletableFuture<Event.Left> leave(RoomId room) {
    return client.leave(room);
  }

  @Override
  public CompletableFuture<Event.RoomList> rooms() {
    return client.rooms();
  }

  @Override
  public CompletableFuture<Event.MemberList> members(RoomId room) {
    return client.members(room);
  }

  @Override
  public CompletableFuture<Event.HistoryPage> history(RoomId room, Command.Span span, int limit) {
    return client.history(room, span, limit);
  }

  @Override
  public void typing(RoomId room) {
    client.typing(room);
  }

  @Override
  public void read(RoomId room, long seq) {
    client.read(room, seq);
  }

  @Override
  public void presence(Presence presence) {
    client.presence(presence);
  }

  @Override
  public <T extends Event.Reply> CompletableFuture<T> ask(
      LongFunction<Command> command, Class<T> type) {
    return client.ask(command, type);
  }

  @Override
  public CompletableFuture<Void> trust(Fingerprint key) {
    var done = new CompletableFuture<Void>();
    Thread.ofVirtual()
        .name("parley trust")
        .start(
            () -> {
              try {
                server.trust(key);
                client.retryNow();
                done.complete(null);
              } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
              }
            });
    return done;
  }

  @Override
  public CompletableFuture<Event.Found> files(RoomId room, long before, int limit) {
    return client.files(room, before, limit);
  }

  @Override
  public CompletableFuture<Event.Hits> search(
      String query, Command.Narrow narrow, long before, int limit) {
    return client.search(query, narrow, before, limit);
  }

  @Override
  public void retryNow() {
    client.retryNow();
  }

  @Override
  public ServerAddress place() {
    return server.place();
  }

  /** The client first: until it has ended it may still write. */
  @Override
  public void close() {
    client.close();
    server.end();
    transfers.close();
    cache.close();
  }
}
