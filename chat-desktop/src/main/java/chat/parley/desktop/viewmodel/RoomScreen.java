package chat.parley.desktop.viewmodel;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.completion.CompletionModel;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import chat.parley.desktop.viewmodel.files.FilesModel;
import chat.parley.desktop.viewmodel.files.FilesPageModel;
import chat.parley.desktop.viewmodel.files.RoomFile;
import chat.parley.desktop.viewmodel.files.ViewerModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.desktop.viewmodel.room.OrderModel;
import chat.parley.desktop.viewmodel.room.RoomDetailsModel;
import chat.parley.desktop.viewmodel.search.SearchModel;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A room on the screen and all that stands around its messages: the selected room in the main
 * window, or one that has a window of its own.
 */
public final class RoomScreen {
  private final ReadOnlyObjectWrapper<@Nullable RoomItem> room =
      new ReadOnlyObjectWrapper<>(this, "room");
  private final ReadOnlyObjectWrapper<@Nullable TimelineModel> timeline =
      new ReadOnlyObjectWrapper<>(this, "timeline");
  private final ComposerModel composer;
  private final CompletionModel completion;
  private final CompletionModel threadCompletion;
  private final PeopleModel people;
  private final MessageModel messages;
  private final RoomDetailsModel details;
  private final OrderModel order;
  private final SlowMode slowMode;
  private final FilesModel files;
  private final FilesPageModel filesPage = new FilesPageModel();
  private final SearchModel search;
  private final SearchModel.Opener elsewhere;
  private final KeepModel keeps;
  private final RoomListModel rooms;
  private final SettingsModel settings;
  private @Nullable Seat seat;

  /**
   * @param server the address of the server, for links
   * @param servers goes where a link leads, if that is a server I am on
   * @param elsewhere goes to a message of another room
   */
  RoomScreen(
      KeepModel keeps,
      FilesModel files,
      PeopleBook book,
      RoomListModel rooms,
      DirectoryModel directory,
      EmojiModel emoji,
      SettingsModel settings,
      WaitingReports waiting,
      Supplier<String> server,
      Predicate<MessageLink> servers,
      SearchModel.Opener elsewhere,
      Consumer<Toast> toasts) {
    this.keeps = keeps;
    this.files = files;
    this.rooms = rooms;
    this.settings = settings;
    this.elsewhere = elsewhere;
    composer = new ComposerModel(keeps, files, emoji::withEmoji);
    people = new PeopleModel(book, keeps);
    completion = new CompletionModel(people, book, rooms, directory, emoji);
    threadCompletion = new CompletionModel(people, book, rooms, directory, emoji);
    messages =
        new MessageModel(
            composer, keeps, files, rooms, people, emoji::withEmoji, server, servers, toasts);
    messages.holdSends(() -> settings.undoSecondsProperty().get() * 1_000L);
    details = new RoomDetailsModel(people, keeps, book);
    order = new OrderModel(waiting::in, people::onLive, toasts);
    slowMode = new SlowMode(this::pause);
    search = new SearchModel(rooms, book, keeps, this::showFound);
  }

  /** Null when none is shown. */
  public ReadOnlyObjectProperty<@Nullable RoomItem> roomProperty() {
    return room.getReadOnlyProperty();
  }

  /** The messages of the room; another model for each room, null when none is shown. */
  public ReadOnlyObjectProperty<@Nullable TimelineModel> timelineProperty() {
    return timeline.getReadOnlyProperty();
  }

  public ComposerModel composer() {
    return composer;
  }

  /** What is offered for the word that is being written. */
  public CompletionModel completion() {
    return completion;
  }

  /** The same for what is written in a thread. */
  public CompletionModel threadCompletion() {
    return threadCompletion;
  }

  /** What can be done with messages. */
  public MessageModel messages() {
    return messages;
  }

  public PeopleModel people() {
    return people;
  }

  public RoomDetailsModel details() {
    return details;
  }

  /** The files of the server. */
  public FilesModel files() {
    return files;
  }

  /** The files of the room. */
  public FilesPageModel filesPage() {
    return filesPage;
  }

  /** Finds messages, of this room or of all. */
  public SearchModel search() {
    return search;
  }

  private void showFound(RoomId in, long seq) {
    RoomItem here = room.get();
    if (here != null && here.id().equals(in)) {
      messages.jumpTo(seq);
    } else {
      elsewhere.open(in, seq);
    }
  }

  /** A picture of the room, to be looked at closely among its others. */
  public @Nullable ViewerModel view(RoomFile picture) {
    RoomItem here = room.get();
    TimelineModel shown = timeline.get();
    if (here == null || shown == null) {
      return null;
    }
    List<RoomFile> around = shown.pictures();
    List<RoomFile> listed =
        filesPage.items().reversed().stream().filter(item -> item.file().isPicture()).toList();
    List<RoomFile> known = around.contains(picture) ? around : listed;
    return new ViewerModel(files, here.id(), known, picture);
  }

  /** Keeping order, for those who moderate. */
  public OrderModel order() {
    return order;
  }

  private void pause(String why) {
    composer.pause(why);
    messages.thread().composer().pause(why);
  }

  void attach(Seat now) {
    seat = now;
    composer.attach(now);
    people.attach(now);
    messages.attach(now);
    details.attach(now);
    order.attach(now);
    filesPage.attach(now);
    search.attach(now);
    slowMode.attach(now);
  }

  /** I have another role. */
  void become(Seat now) {
    attach(now);
    details.judge();
  }

  void detach() {
    show(null, false);
    composer.detach();
    people.detach();
    messages.detach();
    details.detach();
    order.detach();
    filesPage.detach();
    search.detach();
    slowMode.detach();
    seat = null;
  }

  void limits(Limits now) {
    composer.limits(now);
    messages.limits(now);
  }

  /**
   * Shows another room.
   *
   * @param live whether what is known of it is up to date
   */
  void show(@Nullable RoomItem now, boolean live) {
    TimelineModel before = timeline.get();
    if (before != null) {
      before.close();
    }
    TimelineModel shown =
        now == null || seat == null
            ? null
            : new TimelineModel(now.state(), live, seat, keeps, rooms::discarded);
    // First, since what is written there may answer a message that is looked for here.
    messages.room(shown == null ? null : now, shown);
    composer.room(now);
    people.room(now);
    details.room(now);
    order.room(now);
    filesPage.room(now);
    slowMode.room(now);
    room.set(now);
    search.room(now);
    if (shown != null) {
      shown.membershipShown(settings.membershipShownProperty().get());
      shown.open();
    }
    timeline.set(shown);
  }

  /** Whether lines tell who joined and who left. */
  void membershipShown(boolean now) {
    TimelineModel shown = timeline.get();
    if (shown != null) {
      shown.membershipShown(now);
    }
  }

  void onPassing(Event.Passing passing) {
    people.onPassing(passing);
    messages.onPassing(passing);
  }

  void onLive() {
    people.onLive();
    messages.onLive();
    filesPage.onLive();
    search.onLive();
    TimelineModel shown = timeline.get();
    if (shown != null) {
      shown.onLive();
    }
  }

  /** How far others have read may be told otherwise than before. */
  void askReaders() {
    TimelineModel shown = timeline.get();
    if (shown != null) {
      shown.askReaders();
    }
  }

  void onState(RoomState now) {
    messages.onState(now);
    search.onRooms();
    TimelineModel shown = shown(now.room().id());
    if (shown != null) {
      shown.onState(now);
    }
  }

  void onEvents(RoomId of, List<Event.RoomEvent> events) {
    people.onEvents(of, events);
    slowMode.onEvents(of, events);
    messages.onEvents(of, events);
    filesPage.onEvents(of, events);
    search.onEvents(events);
    TimelineModel shown = shown(of);
    if (shown != null) {
      shown.onEvents(events);
    }
  }

  /** I am not in some room any more. */
  void onRoomRemoved() {
    search.onRooms();
  }

  void onReset(RoomId of) {
    TimelineModel shown = shown(of);
    if (shown != null) {
      shown.onReset();
    }
  }

  void onOutgoing(Outgoing message) {
    messages.onOutgoing(message);
    slowMode.onOutgoing(message);
    TimelineModel shown = shown(message.room());
    if (shown != null) {
      shown.onOutgoing(message);
    }
  }

  private @Nullable TimelineModel shown(RoomId of) {
    TimelineModel shown = timeline.get();
    return shown != null && shown.room().equals(of) ? shown : null;
  }
}
