package chat.parley.desktop.viewmodel;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.files.FilesModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.timeline.Following;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.ThreadModel;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What can be done with the messages of the selected room, and the thread that is open. */
public final class MessageModel {
  private static final String FIRST_EMOJI = "👍";

  private final ReadOnlyObjectWrapper<String> lastEmoji =
      new ReadOnlyObjectWrapper<>(this, "lastEmoji", FIRST_EMOJI);
  private final ReadOnlyObjectWrapper<@Nullable MessageItem> asked =
      new ReadOnlyObjectWrapper<>(this, "asked");
  private final ComposerModel composer;
  private final SideThread thread;
  private final PinsModel pins = new PinsModel();
  private final KeepModel keeps;
  private final RoomListModel rooms;
  private final PeopleModel people;
  private final Consumer<Toast> toasts;
  private final MessageLinks links;
  private @Nullable Seat seat;
  private @Nullable RoomItem room;
  private @Nullable TimelineModel timeline;
  private LongSupplier hold = () -> 0;

  /**
   * @param finish makes of what was written what is said
   * @param server the address of the server, for links
   * @param servers goes where a link leads, if that is a server I am on
   */
  MessageModel(
      ComposerModel composer,
      KeepModel keeps,
      FilesModel files,
      RoomListModel rooms,
      PeopleModel people,
      UnaryOperator<String> finish,
      Supplier<String> server,
      Predicate<MessageLink> servers,
      Consumer<Toast> toasts) {
    this.composer = composer;
    this.keeps = keeps;
    this.rooms = rooms;
    this.people = people;
    links = new MessageLinks(rooms, server, () -> timeline, servers, toasts);
    this.toasts = toasts;
    thread = new SideThread(keeps, files, finish);
    composer.ask(this::find, this::askToDelete);
    thread.composer().ask(this::find, this::askToDelete);
    keeps.listen(this::keptChanged);
  }

  public SideThread thread() {
    return thread;
  }

  public PinsModel pins() {
    return pins;
  }

  /** By what I reacted last. */
  public ReadOnlyObjectProperty<String> lastEmojiProperty() {
    return lastEmoji.getReadOnlyProperty();
  }

  /** The message of which somebody has to say whether it shall be deleted; null for none. */
  public ReadOnlyObjectProperty<@Nullable MessageItem> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** For how long what is sent can be taken back, in milliseconds; asked at each send. */
  public void holdSends(LongSupplier millis) {
    hold = millis;
    composer.hold(millis);
    thread.composer().hold(millis);
  }

  /** What I may do with a message. */
  public Set<MessageAction> allowed(MessageItem message, boolean inThread) {
    return room == null || seat == null
        ? Set.of()
        : MessageRights.of(room.state(), seat.me()).of(message, inThread);
  }

  public void edit(MessageItem message, boolean inThread) {
    (inThread ? thread.composer() : composer).edit(message);
  }

  /** Arrow up in an empty composer: edits what I said last. Answers whether there is anything. */
  public boolean editLast() {
    return timeline != null && editLast(timeline.newestOfMine(), false);
  }

  /** The same in the empty composer of the thread, for what I answered last there. */
  public boolean editLastInThread() {
    ThreadModel shown = thread.shownProperty().get();
    return shown != null && editLast(shown.newestOfMine(), true);
  }

  private boolean editLast(@Nullable MessageItem last, boolean inThread) {
    if (last == null || !allowed(last, inThread).contains(MessageAction.EDIT)) {
      return false;
    }
    edit(last, inThread);
    return true;
  }

  public void reply(MessageItem message) {
    composer.reply(message);
  }

  /** Asks first, see {@link #askedProperty()}. */
  public void askToDelete(MessageItem message) {
    asked.set(message);
  }

  /** The answer to what was asked. */
  public void answer(boolean delete) {
    MessageItem message = asked.get();
    asked.set(null);
    if (delete && message != null) {
      delete(message);
    }
  }

  /** Takes it away for everybody, without asking. */
  public void delete(MessageItem message) {
    stopEditing(composer, message);
    stopEditing(thread.composer(), message);
    ask(in -> in.seat.connection().delete(in.room.id(), message.seq()), _ -> {});
  }

  private static void stopEditing(ComposerModel where, MessageItem message) {
    if (where.modeProperty().get() instanceof ComposerMode.Editing editing
        && editing.message().seq() == message.seq()) {
      where.cancel();
    }
  }

  /** Reacts, or no longer when I did so by the same emoji. */
  public void react(MessageItem message, String emoji) {
    boolean mine =
        message.extras().reactions().stream()
            .anyMatch(chip -> chip.mine() && chip.emoji().equals(emoji));
    if (!mine) {
      lastEmoji.set(emoji);
    }
    ask(in -> in.seat.connection().react(in.room.id(), message.seq(), emoji, !mine), _ -> {});
  }

  /** Asks those who moderate to look at it. */
  public void report(MessageItem message, String reason) {
    ask(
        in ->
            in.seat
                .connection()
                .ask(
                    id -> new Command.Report(id, in.room.id(), message.seq(), reason),
                    Event.Done.class),
        _ -> toasts.accept(Toast.of(Texts.of("messages.reported"))));
  }

  public void pin(long seq, boolean on) {
    ask(in -> in.seat.connection().pin(in.room.id(), seq, on), _ -> {});
  }

  /** From that message on all is unread, on all my devices. */
  public void unreadFrom(MessageItem message) {
    if (timeline != null) {
      timeline.unreadFrom(message.seq());
    }
  }

  public void follow(MessageItem message, boolean now) {
    if (room != null) {
      long root = message.extras().root() == 0 ? message.seq() : message.extras().root();
      KeepModel.ThreadWish before = keeps.thread(room.id(), root);
      keeps.thread(room.id(), root, new KeepModel.ThreadWish(now, before.read()));
    }
  }

  /** Answers whether I follow a thread of any room; see {@link Following#ask}. */
  public void askFollowed(RoomId in, long root, Consumer<Boolean> answer) {
    if (seat != null) {
      new Following(seat, keeps).ask(in, root, answer);
    }
  }

  /** The addresses of messages. */
  public MessageLinks links() {
    return links;
  }

  public void jumpTo(long seq) {
    if (timeline != null) {
      timeline.jumpTo(seq);
    }
  }

  /** Says in another room what was said here. */
  public void forward(MessageItem message, RoomItem to) {
    say(message.body(), hookOf(message), to);
  }

  /** Says it to somebody with whom I may not have talked yet. */
  public void forward(MessageItem message, Person to) {
    Command.Hook hook = hookOf(message);
    ask(
        in -> in.seat.connection().openDirect(List.of(to.id())),
        joined -> {
          rooms.put(joined.room());
          RoomItem talk = rooms.find(joined.room().room().id());
          if (talk != null) {
            say(message.body(), hook, talk);
          }
        });
  }

  private Command.Hook hookOf(MessageItem message) {
    return new Command.Hook(
        0, 0, room == null ? null : new Command.Source(room.id(), message.seq()));
  }

  private void say(String body, Command.Hook hook, RoomItem to) {
    ask(
        in -> in.seat.connection().send(to.id(), body, hook, hold.getAsLong()),
        _ ->
            toasts.accept(
                new Toast(
                    Texts.of("messages.forwarded", to.name()),
                    Texts.of("messages.forwarded.open"),
                    () -> rooms.selectedProperty().set(to))));
  }

  /** What a message said before, the oldest first. */
  public void editions(MessageItem message, Consumer<List<Event.Edition>> found) {
    ask(
        in -> in.seat.connection().edits(in.room.id(), message.seq()),
        list -> found.accept(list.editions()));
  }

  /** Takes a message back that is not said yet; its text is in the composer again. */
  public void undo(MessageItem message) {
    takeBack(message, () -> rewrite(message));
  }

  private ComposerModel rewrite(MessageItem message) {
    boolean inThread = thread.shownProperty().get() != null && message.extras().root() != 0;
    long reply = message.extras().quote() == null ? 0 : message.extras().quote().seq();
    ComposerModel writer = inThread ? thread.composer() : composer;
    writer.restore(message.body(), reply, message.extras().files());
    return writer;
  }

  /**
   * Sends it once more. With files it is written anew, since the server may have forgotten them;
   * where something else is being written it stands with that, and goes when that is sent.
   */
  public void retry(MessageItem message) {
    RoomItem at = room;
    if (at != null && !message.extras().files().isEmpty()) {
      takeBack(
          message,
          () -> {
            ComposerModel writer = rewrite(message);
            // Whoever looks elsewhere by now must not say it there.
            boolean there = writer.isAt(at.id(), message.extras().root());
            if (there && writer.textProperty().get().equals(message.body())) {
              writer.send();
            }
          });
    } else if (timeline != null && message.nonce() != null) {
      timeline.retry(message.nonce());
    }
  }

  /** Throws a message away that was not sent. */
  public void discard(MessageItem message) {
    takeBack(message, () -> {});
  }

  private void takeBack(MessageItem message, Runnable done) {
    Nonce nonce = message.nonce();
    if (timeline != null && nonce != null) {
      timeline.discard(
          nonce,
          () -> {
            thread.discarded(nonce);
            done.run();
          });
    }
  }

  /** Opens the thread under a message, or the one it belongs to. */
  public void openThread(MessageItem message) {
    thread.open(message.extras().root() == 0 ? message.seq() : message.extras().root());
  }

  /** The name of somebody who has something to do with the room. */
  public String nameOf(UserId user) {
    if (seat != null && seat.me().id().equals(user)) {
      return seat.me().name();
    }
    return people.people().stream()
        .filter(person -> person.id().equals(user))
        .findFirst()
        .map(Person::name)
        .or(() -> timeline == null ? Optional.empty() : timeline.nameOf(user))
        .orElseGet(() -> Texts.of("messages.somebody"));
  }

  private void find(long seq, Consumer<Quote> found) {
    if (timeline != null) {
      timeline.find(seq, found);
    }
  }

  void attach(Seat now) {
    seat = now;
    pins.attach(now);
    thread.attach(now);
  }

  void detach() {
    thread.detach();
    pins.detach();
    seat = null;
    room = null;
    timeline = null;
  }

  void limits(Limits now) {
    thread.composer().limits(now);
  }

  /** Another room is selected. */
  void room(@Nullable RoomItem now, @Nullable TimelineModel shown) {
    timeline = shown;
    thread.room(now);
    asked.set(null);
    room = now;
    pins.room(now);
  }

  void onLive() {
    pins.onLive();
    thread.onLive();
    composer.onLive();
    thread.composer().onLive();
  }

  void onEvents(RoomId of, List<Event.RoomEvent> events) {
    pins.onEvents(of, events);
    thread.onEvents(of, events);
    composer.onEvents(of, events);
    thread.composer().onEvents(of, events);
  }

  void onState(RoomState now) {
    pins.onState(now);
    thread.onState(now);
    composer.onState(now);
    thread.composer().onState(now);
  }

  void onPassing(Event.Passing passing) {
    if (passing instanceof Event.Seen seen
        && timeline != null
        && timeline.room().equals(seen.room())) {
      timeline.onSeen(seen);
    }
  }

  void onOutgoing(Outgoing message) {
    thread.onOutgoing(message);
  }

  private void keptChanged(String key) {
    if (!KeepModel.mattersToRows(key)) {
      return;
    }
    if (timeline != null) {
      timeline.keptChanged();
    }
    thread.keptChanged();
  }

  /** Where something is asked for. */
  private record Where(Seat seat, RoomItem room) {}

  private interface Question<T> {
    CompletableFuture<T> in(Where where);
  }

  /** What the server does not do becomes a toast. */
  private <T> void ask(Question<T> question, Consumer<? super T> done) {
    if (seat != null && room != null) {
      seat.await(
          question.in(new Where(seat, room)), done, e -> toasts.accept(Toast.of(Sentences.of(e))));
    }
  }
}
