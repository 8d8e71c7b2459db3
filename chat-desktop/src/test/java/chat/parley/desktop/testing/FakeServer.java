package chat.parley.desktop.testing;

import chat.parley.client.NotConnectedException;
import chat.parley.desktop.viewmodel.outside.Connection;
import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A connection that answers from lists the test fills, and writes down what it was asked. */
public final class FakeServer implements Connection {
  public final Map<RoomId, List<Event.RoomEvent>> logs = new HashMap<>();
  public final List<RoomListing> directory = new ArrayList<>();
  public final Map<RoomId, List<Member>> members = new HashMap<>();
  public final List<String> asked = new ArrayList<>();
  public boolean up = true;
  public RuntimeException journalFault;
  public Supplier<Event.Joined> joins =
      () -> {
        throw new IllegalStateException("No join is expected.");
      };

  private int nonces;

  @Override
  public CompletableFuture<Nonce> send(RoomId room, String body) {
    asked.add("send " + room + " " + body);
    return journalFault != null
        ? CompletableFuture.failedFuture(journalFault)
        : CompletableFuture.completedFuture(new Nonce("n" + ++nonces));
  }

  @Override
  public CompletableFuture<Boolean> retry(Nonce nonce) {
    asked.add("retry " + nonce);
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public CompletableFuture<Boolean> discard(Nonce nonce) {
    asked.add("discard " + nonce);
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public CompletableFuture<Event.Joined> join(Command.Place place) {
    asked.add("join " + place);
    return answer(joins);
  }

  @Override
  public CompletableFuture<Event.Left> leave(RoomId room) {
    asked.add("leave " + room);
    return answer(() -> new Event.Left(1, room));
  }

  @Override
  public CompletableFuture<Event.RoomList> rooms() {
    return answer(() -> new Event.RoomList(1, directory));
  }

  @Override
  public CompletableFuture<Event.MemberList> members(RoomId room) {
    asked.add("members " + room);
    return answer(() -> new Event.MemberList(1, room, members.getOrDefault(room, List.of())));
  }

  @Override
  public CompletableFuture<Event.HistoryPage> history(RoomId room, Command.Span span, int limit) {
    asked.add("history " + room + " " + span);
    List<Event.RoomEvent> log = logs.getOrDefault(room, List.of());
    return answer(
        () -> {
          int from;
          int to;
          switch (span) {
            case Command.Span.Before before -> {
              to = (int) Math.min(log.size(), before.seq() - 1);
              from = Math.max(0, to - limit);
            }
            case Command.Span.After after -> {
              from = (int) Math.min(log.size(), after.seq());
              to = Math.min(log.size(), from + limit);
            }
          }
          boolean more = span instanceof Command.Span.Before ? from > 0 : to < log.size();
          return new Event.HistoryPage(1, room, log.subList(from, to), more);
        });
  }

  @Override
  public void typing(RoomId room) {
    asked.add("typing " + room);
  }

  @Override
  public void read(RoomId room, long seq) {
    asked.add("read " + room + " " + seq);
  }

  @Override
  public void presence(Presence presence) {
    asked.add("presence " + presence);
  }

  @Override
  public void retryNow() {
    asked.add("retry now");
  }

  @Override
  public void close() {
    asked.add("close");
  }

  private <T> CompletableFuture<T> answer(Supplier<T> reply) {
    if (!up) {
      return CompletableFuture.failedFuture(
          new NotConnectedException("There is no connection to the server."));
    }
    return CompletableFuture.completedFuture(reply.get());
  }
}
