package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.body.BodyContext;
import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.files.FileParts;
import chat.parley.desktop.view.files.ViewerView;
import chat.parley.desktop.view.list.InSight;
import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.view.look.Copied;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.NextFrames;
import chat.parley.desktop.view.message.EmojiChoice;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import chat.parley.desktop.viewmodel.files.RoomFile;
import chat.parley.desktop.viewmodel.files.ViewerModel;
import chat.parley.desktop.viewmodel.search.Pointed;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import chat.parley.desktop.viewmodel.text.RichTexts;
import chat.parley.desktop.viewmodel.timeline.Landing;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.desktop.viewmodel.timeline.TimelineState;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The messages of the selected room, and what floats above them. */
public final class MessagePane extends StackPane {
  private final ServerModel server;
  private final SettingsModel settings;
  private final Times times;
  private final Dialogs dialogs;
  private final RichTexts texts = new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));
  private final RoomScreen screen;
  private final Doors doors;

  private final FileParts files;

  /** What lives longer than a window holds none of its parts. */
  private final ObservableValue<Boolean> shown = sceneProperty().map(_ -> true).orElse(false);

  private final VirtualList<TimelineItem> list;
  private final TextSelection selection;
  private final Placeholder placeholder = new Placeholder();
  private final JumpPill pill = new JumpPill(this::jumpToNewest);
  private final PaneNotice notice = new PaneNotice(this::loadOlder);
  private final ObservableValue<Boolean> windowFocused =
      sceneProperty()
          .flatMap(Scene::windowProperty)
          .flatMap(MessagePane::inFront)
          .orElse(Boolean.FALSE);
  private @Nullable TimelineModel model;
  private Subscription bound = Subscription.EMPTY;

  /** Whether a picture is about to be seen closely: the second half of a double click is none. */
  private boolean opening;

  /**
   * @param dialogs where questions about a message are asked
   * @param toComposer gives the keyboard to where messages are written
   */
  public MessagePane(
      ServerModel server,
      RoomScreen screen,
      SettingsModel settings,
      Times times,
      Doors doors,
      Dialogs dialogs,
      Runnable toComposer) {
    this.server = server;
    this.screen = screen;
    this.settings = settings;
    this.times = times;
    this.doors = doors;
    this.dialogs = dialogs;
    files = new FileParts(screen.files(), this::view);
    RowActions actions = commands(false, toComposer, this::reveal);
    list = new VirtualList<>(new TimelineRows(context(actions)));
    list.setAccessibleText(Texts.of("view.messages"));
    list.setOnNearStart(this::loadOlder);
    list.setOnNearEnd(this::loadNewer);
    list.setOnMoved(this::readsOn);
    list.setOnPlaced(this::placed);
    selection = new TextSelection(list, texts, times);
    new SelectionInput(list, selection).listen();
    new RowInput(list, actions, selection).listen();
    getStyleClass().add("message-pane");
    getChildren().addAll(list, placeholder, notice, pill);
    setAlignment(pill, Pos.BOTTOM_CENTER);
    setAlignment(notice, Pos.TOP_CENTER);
    windowFocused.subscribe(this::cameOrWent);
    settings.densityProperty().when(shown).subscribe(_ -> makeRowsAnew());
    screen.timelineProperty().subscribe(this::show);
    screen.details().rightsProperty().when(shown).subscribe(_ -> showAgain());
    screen.search().pointedProperty().when(shown).subscribe(_ -> showAgain());
  }

  private void makeRowsAnew() {
    if (model != null) {
      list.setItems(model.items());
    }
  }

  /** A window that is put away may keep the focus it had. */
  private static ObservableValue<Boolean> inFront(Window window) {
    return window
        .showingProperty()
        .flatMap(showing -> showing ? window.focusedProperty() : new SimpleBooleanProperty());
  }

  /** Where the keyboard goes when it comes to the messages. */
  public Node keyboardTarget() {
    return list;
  }

  /** Pages through the messages while the keyboard is elsewhere; {@code -1} is up. */
  public void scrollPages(int pages) {
    list.scrollPages(pages);
  }

  /** Shows the newest message and stays with what comes. */
  public void jumpToNewest() {
    if (model != null) {
      model.readsOn();
      model.jumpToNewest();
    }
  }

  /** Brings the place where the new messages begin into view; answers whether it is loaded. */
  public boolean toUnread() {
    TimelineItem mark =
        model == null
            ? null
            : model.items().stream()
                .filter(TimelineItem.UnreadMark.class::isInstance)
                .findFirst()
                .orElse(null);
    if (mark != null) {
      list.scrollTo(mark.key());
    }
    return mark != null;
  }

  /** What is selected of the messages here. */
  public TextSelection selection() {
    return selection;
  }

  private void show(@Nullable TimelineModel other) {
    bound.unsubscribe();
    selection.clear();
    model = other;
    list.followsEndProperty().unbind();
    if (other == null) {
      list.setItems(FXCollections.observableArrayList());
      bound = Subscription.EMPTY;
      notice.show(false, "");
      pill.setVisible(false);
      placeholder.showNoRoom();
      placeholder.setVisible(true);
      return;
    }
    list.setItems(other.items());
    list.followsEndProperty().bind(other.atNewestProperty());
    other.watched(windowFocused.getValue());
    bound =
        Subscription.combine(
            other.stateProperty().subscribe(this::showState),
            other.problemProperty().subscribe(this::showState),
            other.nameProperty().subscribe(this::showState),
            other.items().subscribe(this::showState),
            other.loadingOlderProperty().subscribe(this::showState),
            other.jumpsProperty().subscribe(list::scrollToEnd),
            other.landedProperty().subscribe(this::land),
            other.newBelowProperty().subscribe(this::showPill),
            other.mentionsBelowProperty().subscribe(this::showPill),
            other.atNewestProperty().subscribe(this::showPill));
    showState();
    showPill();
  }

  private void showAgain() {
    list.showAgain();
  }

  private void showState() {
    if (model == null) {
      return;
    }
    TimelineState state = model.stateProperty().get();
    boolean rows = !model.items().isEmpty();
    placeholder.setVisible(!rows);
    if (rows) {
      placeholder.showNothing();
    } else {
      placeholder.show(state, start(), model.problemProperty().get(), this::loadOlder);
    }
    notice.show(
        rows && model.loadingOlderProperty().get(), rows ? model.problemProperty().get() : "");
  }

  private void showPill() {
    if (model != null) {
      boolean away = !list.inSightProperty().get().nearEnd() || !model.atNewestProperty().get();
      pill.show(model.newBelowProperty().get(), model.mentionsBelowProperty().get());
      pill.setVisible(away && !model.items().isEmpty());
    }
  }

  private void placed() {
    tellWhatIsSeen();
    selection.show();
  }

  private void tellWhatIsSeen() {
    showPill();
    if (model == null) {
      return;
    }
    InSight inSight = list.inSightProperty().get();
    boolean reading = windowFocused.getValue();
    model.atBottom(reading && inSight.end());
    long seq = seqUpTo(model.items(), inSight.lastWhole());
    if (reading && seq > 0) {
      model.seen(seq);
    }
  }

  /** The seq of the last row up to {@code index} that has one, else 0. */
  private static long seqUpTo(List<TimelineItem> items, int index) {
    for (int i = Math.min(index, items.size() - 1); i >= 0; i--) {
      long seq = TimelineModel.seqOf(items.get(i));
      if (seq > 0) {
        return seq;
      }
    }
    return 0;
  }

  private void loadOlder() {
    if (model != null) {
      model.loadOlder();
    }
  }

  private void loadNewer() {
    if (model != null) {
      model.loadNewer();
    }
  }

  /** Asked for only while there is a room. */
  private RoomStart start() {
    boolean invites = screen.details().rightsProperty().get().invite();
    return RoomStart.of(Objects.requireNonNull(screen.roomProperty().get()), invites);
  }

  private void reveal(long seq) {
    if (model != null) {
      model.reveal(seq);
    }
  }

  /** Where a search led, if that is in the room that is shown. */
  private Pointed pointed() {
    Pointed to = screen.search().pointedProperty().get();
    return model != null && to.isIn(model.room()) ? to : Pointed.NOTHING;
  }

  private void readsOn() {
    if (model != null) {
      model.readsOn();
    }
  }

  private void cameOrWent(boolean here) {
    if (model != null) {
      model.watched(here);
    }
    if (here) {
      list.requestPlacing(); // What was in sight is of the time when it was looked at last.
    } else {
      tellWhatIsSeen();
    }
  }

  private void land(@Nullable Landing landing) {
    if (landing != null) {
      list.scrollTo(landing.key());
      if (landing.flash()) {
        list.flash(landing.key());
      }
    }
  }

  /** What Nodes of files of this room need. */
  public FileParts files() {
    return files;
  }

  /** With the next frames: the click itself may have been the first of all. */
  private void view(RoomFile picture) {
    if (opening) {
      return;
    }
    opening = true;
    NextFrames.each(() -> make(screen.view(picture)));
    // To read the names of days and months for the first time takes nearly a frame.
    Thread.ofVirtual().start(() -> times.full(picture.at()));
  }

  private void make(@Nullable ViewerModel model) {
    if (model == null) {
      opening = false;
    } else {
      NextFrames.each(() -> open(new ViewerView(model, times::full, dialogs::close)));
    }
  }

  private void open(ViewerView viewer) {
    NextFrames.each(
        () -> {
          opening = false;
          dialogs.open(viewer, viewer::open);
        });
  }

  /** The list of a thread, whose rows know what the rows here know. */
  public ThreadList threadList(Runnable toComposer) {
    ThreadList[] made = new ThreadList[1];
    made[0] = new ThreadList(context(commands(true, toComposer, seq -> made[0].reveal(seq))));
    return made[0];
  }

  private MessageCommands commands(boolean inThread, Runnable toComposer, LongConsumer reveal) {
    return new MessageCommands(
        screen.messages(),
        doors,
        server,
        dialogs,
        EmojiChoice.of(server.emoji()),
        times,
        inThread,
        toComposer,
        reveal);
  }

  private Calls calls() {
    var rooms =
        Bindings.createObjectBinding(
            server::linksToRooms, server.rooms().items(), server.directory().listings());
    return new RoomCalls(
        screen.people(),
        server.meProperty().when(shown),
        rooms.when(shown),
        server::askForRooms,
        this::showAgain);
  }

  private RowContext context(RowActions actions) {
    return new RowContext(
        times,
        settings.densityProperty()::get,
        this::start,
        server.nameProperty()::get,
        calls(),
        this::pointed,
        new BodyContext(texts, server::openLink, Copied::text),
        files,
        actions);
  }
}
