package chat.parley.desktop.app;

import chat.parley.client.ParleyClient;
import chat.parley.desktop.viewmodel.outside.Connection;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.concurrent.CompletableFuture;

/** The client, as the view models know it. */
record ClientConnection(ParleyClient client, Cache cache) implements Connection {
  @Override
  public CompletableFuture<Nonce> send(RoomId room, String body) {
    return client.send(room, body);
  }

  @Override
  public CompletableFuture<Boolean> retry(Nonce nonce) {
    return client.retry(nonce);
  }

  @Override
  public CompletableFuture<Boolean> discard(Nonce nonce) {
    return client.discard(nonce);
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
  public void retryNow() {
    client.retryNow();
  }

  /** The client first: until it has ended it may still write. */
  @Override
  public void close() {
    client.close();
    cache.close();
  }
}
