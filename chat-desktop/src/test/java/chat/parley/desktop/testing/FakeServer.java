package chat.parley.desktop.testing;

import chat.parley.client.NotConnectedException;
import chat.parley.client.RefusedException;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.outside.Connection;
import chat.parley.model.Device;
import chat.parley.model.Fingerprint;
import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.SearchWords;
import chat.parley.model.Status;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A connection that answers from lists the test fills, and writes down what it was asked. */
public final class FakeServer implements Connection {
  /** Where it answers. */
  public ServerAddress place = new ServerAddress("office-pc", 7070);

  public final Map<RoomId, List<Event.RoomEvent>> logs = new HashMap<>();
  public final List<RoomListing> directory = new ArrayList<>();
  public final Map<RoomId, List<Member>> members = new HashMap<>();
  public final List<Event.Edition> editions = new ArrayList<>();
  public final List<Device> devices = new ArrayList<>();
  public final List<Member> everybody = new ArrayList<>();

  /** What names or calls me, newest first. */
  public final List<Event.Message> mentioned = new ArrayList<>();

  /** What a kind of command is answered; all others are done. */
  public final Map<Class<? extends Command>, Function<Command, Event.Reply>> replies =
      new HashMap<>();

  /** What a search is answered by where it goes on; null for what the logs have. */
  public LongFunction<Event.Hits> searches;

  /** How far I read in each room, as the app told it. */
  public final Map<RoomId, Long> read = new HashMap<>();

  public final List<String> asked = new ArrayList<>();
  public final FakeTransfers transfers = new FakeTransfers();
  public boolean up = true;
  public RuntimeException journalFault;
  public Supplier<Event.Joined> joins =
      () -> {
        throw new IllegalStateException("No join is expected.");
      };

  private int nonces;

  @Override
  public CompletableFuture<Nonce> send(
      RoomId room, String body, Command.Hook hook, long holdMillis) {
    String hangsOn = hook.equals(Command.Hook.NONE) ? "" : " " + hook;
    asked.add("send " + room + " " + body + hangsOn.replace(", files=[]", ""));
    return journalFault != null
        ? CompletableFuture.failedFuture(journalFault)
        : CompletableFuture.completedFuture(new Nonce("n" + ++nonces));
  }

  @Override
  public ServerAddress place() {
    return place;
  }

  @Override
  public CompletableFuture<Void> trust(Fingerprint key) {
    asked.add("trust " + key.words());
    return CompletableFuture.completedFuture(null);
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
  public CompletableFuture<Event.Done> edit(RoomId room, long seq, String body) {
    return done("edit " + room + " " + seq + " " + body);
  }

  @Override
  public CompletableFuture<Event.Done> delete(RoomId room, long seq) {
    return done("delete " + room + " " + seq);
  }

  @Override
  public CompletableFuture<Event.Done> react(RoomId room, long seq, String emoji, boolean on) {
    return done("react " + room + " " + seq + " " + emoji + " " + on);
  }

  @Override
  public CompletableFuture<Event.Done> pin(RoomId room, long seq, boolean on) {
    return done("pin " + room + " " + seq + " " + on);
  }

  @Override
  public CompletableFuture<Event.EditList> edits(RoomId room, long seq) {
    asked.add("edits " + room + " " + seq);
    return answer(() -> new Event.EditList(1, room, seq, editions));
  }

  @Override
  public CompletableFuture<Event.Found> thread(RoomId room, long seq, long before, int limit) {
    asked.add("thread " + room + " " + seq);
    return answer(
        () ->
            new Event.Found(
                1,
                room,
                messages(room).filter(message -> message.ties().thread() == seq).toList(),
                false));
  }

  @Override
  public CompletableFuture<Event.Found> pins(RoomId room) {
    asked.add("pins " + room);
    return answer(
        () ->
            new Event.Found(
                1,
                room,
                messages(room).filter(message -> message.changes().pinned()).toList(),
                false));
  }

  @Override
  public CompletableFuture<Event.Found> files(RoomId room, long before, int limit) {
    asked.add("files " + room + " " + before);
    List<Event.Message> all =
        messages(room)
            .filter(message -> !message.ties().files().isEmpty())
            .filter(message -> before == 0 || message.seq() < before)
            .toList();
    int from = Math.max(0, all.size() - limit);
    return answer(() -> new Event.Found(1, room, all.subList(from, all.size()), from > 0));
  }

  @Override
  public CompletableFuture<Event.Hits> search(
      String query, Command.Narrow narrow, long before, int limit) {
    asked.add("search " + query + " " + narrow + " " + before);
    return answer(
        () ->
            searches != null
                ? searches.apply(before)
                : Fitting.page(logs, SearchWords.of(query), narrow, before, limit));
  }

  @Override
  public FakeTransfers transfers() {
    return transfers;
  }

  @Override
  public CompletableFuture<Event.Mentioned> mentions(long before, int limit) {
    asked.add("mentions " + before);
    int from = (int) before;
    int to = Math.min(mentioned.size(), from + limit);
    return answer(
        () -> new Event.Mentioned(1, mentioned.subList(from, to), to < mentioned.size() ? to : 0));
  }

  @Override
  public <T extends Event.Reply> CompletableFuture<T> ask(
      LongFunction<Command> command, Class<T> type) {
    Command asks = command.apply(1);
    asked.add(asks.toString());
    return answer(() -> type.cast(reply(asks)));
  }

  private Event.Reply reply(Command asks) {
    Function<Command, Event.Reply> told = replies.get(asks.getClass());
    if (told != null) {
      return told.apply(asks);
    }
    return switch (asks) {
      case Command.Devices _ -> new Event.DeviceList(1, devices);
      case Command.Reports _ -> new Event.ReportList(1, List.of(), 0);
      default -> new Event.Done(1);
    };
  }

  private Stream<Event.Message> messages(RoomId room) {
    return logs.getOrDefault(room, List.of()).stream()
        .filter(Event.Message.class::isInstance)
        .map(Event.Message.class::cast);
  }

  @Override
  public CompletableFuture<Event.Joined> createRoom(
      String name, RoomKind kind, String topic, List<UserId> invite) {
    asked.add("create " + name + " " + kind + " " + topic + " " + invite);
    return answer(joins);
  }

  @Override
  public CompletableFuture<Event.Joined> openDirect(List<UserId> with) {
    asked.add("direct " + with);
    return answer(joins);
  }

  @Override
  public CompletableFuture<Event.Done> invite(RoomId room, List<UserId> users) {
    return done("invite " + room + " " + users);
  }

  @Override
  public CompletableFuture<Event.Done> remove(RoomId room, UserId user) {
    return done("remove " + room + " " + user);
  }

  @Override
  public CompletableFuture<Event.Done> rank(RoomId room, UserId user, Rank rank) {
    return done("rank " + room + " " + user + " " + rank);
  }

  @Override
  public CompletableFuture<Event.Done> changeRoom(Command.ChangeRoom change) {
    return done("change " + change);
  }

  @Override
  public CompletableFuture<Event.PeopleList> people(String query, int limit) {
    asked.add("people " + query);
    String wanted = query.toLowerCase(Locale.ROOT);
    List<Member> fitting =
        everybody.stream()
            .filter(one -> one.user().name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    return answer(
        () ->
            new Event.PeopleList(
                1, fitting.stream().limit(limit).toList(), fitting.size() > limit));
  }

  @Override
  public CompletableFuture<Event.Done> status(Status status) {
    return done("status " + status);
  }

  @Override
  public void keep(String key, String value) {
    asked.add("keep " + key + " " + value);
  }

  @Override
  public CompletableFuture<Event.Done> unread(RoomId room, long seq) {
    return done("unread " + room + " " + seq);
  }

  private CompletableFuture<Event.Done> done(String what) {
    asked.add(what);
    return answer(() -> new Event.Done(1));
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

  /** How often the directory was asked for. */
  public int directoryAsked;

  @Override
  public CompletableFuture<Event.RoomList> rooms() {
    directoryAsked++;
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
    read.merge(room, seq, Math::max);
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
    try {
      return CompletableFuture.completedFuture(reply.get());
    } catch (RefusedException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
