package chat.parley.desktop.view.room;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.files.Drops;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.Keyboard;
import chat.parley.desktop.view.message.DeleteView;
import chat.parley.desktop.view.search.SearchView;
import chat.parley.desktop.view.timeline.MessagePane;
import chat.parley.desktop.view.timeline.TextSelection;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.search.SearchModel.Scope;
import chat.parley.desktop.viewmodel.timeline.ThreadModel;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The selected room: header, banner, messages, composer, and the people beside them. */
public final class RoomView extends VBox {
  private final RoomScreen screen;

  /** Where less would be left of the composer beside it, the side stands over the messages only. */
  private static final double NARROWEST_COMPOSER = 240;

  private final BooleanProperty peopleOpen = new SimpleBooleanProperty(this, "peopleOpen");
  private final BooleanProperty roomy = new SimpleBooleanProperty(this, "roomy");
  private final HeaderView header;
  private final MessagePane messages;
  private final ComposerView composer;
  private final DetailsView people;
  private final ThreadView thread;
  private final PinsView pins;
  private final BooleanProperty pinsOpen = new SimpleBooleanProperty(this, "pinsOpen");
  private final BooleanProperty filesOpen = new SimpleBooleanProperty(this, "filesOpen");
  private final FilesView files;
  private final BooleanProperty searchOpen = new SimpleBooleanProperty(this, "searchOpen");
  private final SearchView search;

  /** What had the keyboard before the search was opened. */
  private @Nullable Node beforeSearch;

  private final Drops drops;
  private final HBox beside;
  private final StackPane below;

  private final ToastLayer toasts;

  /** The messages, over the composer. */
  private final StackPane over;

  /** Keeps the composer out from under what covers the messages. */
  private Subscription covered = Subscription.EMPTY;

  /**
   * @param screen the room to show, the selected one of the server or another
   * @param dialogs where questions about messages are asked
   */
  public RoomView(
      AppModel app,
      ServerModel server,
      RoomScreen screen,
      Times times,
      Doors doors,
      Dialogs dialogs) {
    this.screen = screen;
    getStyleClass().add("room");
    header =
        new HeaderView(
            screen,
            server.company(),
            peopleOpen,
            pinsOpen,
            filesOpen,
            searchOpen,
            this::switchAbout,
            doors::reports);
    messages =
        new MessagePane(server, screen, app.settings(), times, doors, dialogs, this::toComposer);
    composer =
        new ComposerView(
            screen.composer(),
            screen.completion(),
            server.emoji(),
            messages.files(),
            app.settings().enterSendsProperty(),
            messages::scrollPages);
    composer.setOnEditLast(screen.messages()::editLast);
    thread = new ThreadView(server, screen, app.settings(), messages);
    pins = new PinsView(screen.messages(), times, () -> pinsOpen.set(false));
    files =
        new FilesView(
            screen.filesPage(),
            messages.files(),
            times,
            screen.messages()::jumpTo,
            () -> filesOpen.set(false));
    boolean widens = screen == server.shown();
    search = new SearchView(screen.search(), times, widens, this::closeSearch);
    drops = new Drops(this::dropPlace, this::takesDrops, this::dropped);
    DeleteView.listen(screen.messages(), dialogs);
    people = new DetailsView(server, screen, doors, () -> peopleOpen.set(false));
    toasts = new ToastLayer(app.toasts());
    over = new StackPane(messages, toasts);
    VBox column = column(server);
    HBox.setHgrow(column, Priority.ALWAYS);
    beside = new HBox(column);
    below = new StackPane(beside);
    for (Region side : List.of(people, pins, files, search, thread)) {
      StackPane.setAlignment(side, Pos.CENTER_RIGHT);
    }
    StackPane whole = new StackPane(below, drops);
    VBox.setVgrow(whole, Priority.ALWAYS);
    // The banner is over everything: in a narrow window a side lies over the messages.
    getChildren().addAll(header, new BannerView(server.link()), whole, new Announcer(server));
    filesOpen.subscribe(screen.filesPage()::open);
    searchOpen.subscribe(screen.search()::open);
    for (BooleanProperty side : sides()) {
      side.subscribe(open -> opened(open, side));
    }
    searchOpen.addListener((_, _, open) -> searchOpened(open));
    roomy.subscribe(this::showSide);
    screen.messages().thread().shownProperty().subscribe(this::threadOpened);
  }

  /** Whether the people have a place beside the messages; else they cover them. */
  public BooleanProperty roomyProperty() {
    return roomy;
  }

  public BooleanProperty peopleOpenProperty() {
    return peopleOpen;
  }

  /**
   * The parts through which one key leads, what is at the side among them, and a toast while it
   * offers something.
   */
  public List<Node> keyboardTargets() {
    List<Node> parts = new ArrayList<>();
    parts.add(header.keyboardTarget());
    parts.add(messages.keyboardTarget());
    if (composer.isVisible()) {
      parts.add(composerTarget());
    }
    Region side = openSide();
    if (side != null) {
      parts.add(Keyboard.isIn(side) ? side : targetIn(side));
    }
    toasts.keyboardTarget().ifPresent(parts::add);
    return parts;
  }

  private Node targetIn(Region side) {
    if (side == thread) {
      return thread.keyboardTarget();
    } else if (side == pins) {
      return pins.keyboardTarget();
    } else if (side == files) {
      return files.keyboardTarget();
    }
    return side == search ? search.keyboardTarget() : people.keyboardTarget();
  }

  public Node composerTarget() {
    return composer.keyboardTarget();
  }

  /** Copies what is selected where the keyboard is; answers whether anything is. */
  public boolean copySelection() {
    return selections().anyMatch(TextSelection::copy);
  }

  /** Selects all of the message of which something is selected; answers whether there is one. */
  public boolean selectMessage() {
    return selections().anyMatch(TextSelection::selectMessage);
  }

  private Stream<TextSelection> selections() {
    return Stream.of(messages.selection(), thread.selection()).filter(TextSelection::hasKeyboard);
  }

  /** Whether Esc belongs to what is offered while a message is written. */
  public boolean completes() {
    return screen.completion().isOpen() || screen.threadCompletion().isOpen();
  }

  /** Brings the place where the new messages begin into view; answers whether it is known. */
  public boolean toUnread() {
    return messages.toUnread();
  }

  /** Characters typed while the keyboard was at no field. */
  public void type(String characters) {
    composer.type(characters);
  }

  /** Opens the files of the room beside its messages, or closes them. */
  public void switchFiles() {
    filesOpen.set(!filesOpen.get());
  }

  /** Opens the search beside the messages; when it is open, its field has the keyboard again. */
  public void search(Scope where) {
    screen.search().scopeProperty().set(where);
    searchOpen.set(true);
    search.begin();
  }

  /** Answers whether it was open. The keyboard goes to where it was before. */
  public boolean closeSearch() {
    boolean wasOpen = searchOpen.get();
    searchOpen.set(false);
    if (wasOpen) {
      Node before = beforeSearch;
      if (before != null && before.getScene() == getScene()) {
        before.requestFocus();
      } else {
        toComposer();
      }
    }
    return wasOpen;
  }

  private void searchOpened(boolean open) {
    if (open) {
      beforeSearch = getScene() == null ? null : getScene().getFocusOwner();
      search.begin();
    }
  }

  /** Asks for files that go with the message that is being written. */
  public void chooseFiles() {
    if (composer.isVisible()) {
      composer.chooseFiles();
    }
  }

  /** What is dropped on any part of that Node is for this room. */
  public void takeDropsOn(Node whole) {
    drops.watch(whole);
  }

  private String dropPlace() {
    RoomItem room = screen.roomProperty().get();
    return room == null ? "" : room.label();
  }

  private boolean takesDrops() {
    return composer.isVisible()
        && getScene() != null
        && screen.composer().takesFilesProperty().get();
  }

  private void dropped(List<File> dropped) {
    composer.attach(dropped);
    toComposer();
  }

  /** Opens what the room is beside its messages. */
  public void showAbout() {
    people.showAbout();
    peopleOpen.set(true);
  }

  private void switchAbout() {
    if (peopleOpen.get()) {
      peopleOpen.set(false);
    } else {
      showAbout();
    }
  }

  private VBox column(ServerModel server) {
    CompletionList completion = composer.completionList();
    StackPane.setAlignment(completion, Pos.BOTTOM_LEFT);
    over.getChildren().add(completion);
    VBox.setVgrow(over, Priority.ALWAYS);
    Label typing = Controls.label("", "typing-line");
    typing.textProperty().bind(screen.people().typingProperty());
    ObservableValue<Boolean> there = screen.timelineProperty().map(timeline -> true).orElse(false);
    ObservableValue<Boolean> closed = screen.details().closedBecauseProperty().isNotEmpty();
    ClosedLine line =
        new ClosedLine(screen.details().closedBecauseProperty(), screen, server.company());
    Controls.folding(composer)
        .visibleProperty()
        .bind(there.flatMap(room -> closed.map(not -> room && !not)));
    VBox column = new VBox(over, composer, line, typing);
    column.getStyleClass().add("room-column");
    composer.fitInto(column.heightProperty());
    return column;
  }

  private void toComposer() {
    composer.keyboardTarget().requestFocus();
  }

  /** There is one place at the side. */
  private void opened(boolean open, BooleanProperty one) {
    if (open) {
      sides().stream().filter(other -> other != one).forEach(other -> other.set(false));
      screen.messages().thread().close();
    }
    showSide();
  }

  private List<BooleanProperty> sides() {
    return List.of(peopleOpen, pinsOpen, filesOpen, searchOpen);
  }

  private void threadOpened(@Nullable ThreadModel before, @Nullable ThreadModel now) {
    if (now != null) {
      sides().forEach(side -> side.set(false));
    }
    boolean hadKeyboard = thread.isFocusWithin();
    showSide();
    if (now != null) {
      thread.toComposer();
    } else if (hadKeyboard) {
      toComposer();
    }
  }

  private void showSide() {
    List<Region> sides = List.of(people, pins, files, search, thread);
    beside.getChildren().removeAll(sides);
    below.getChildren().removeAll(sides);
    sides.forEach(side -> StackPane.setMargin(side, Insets.EMPTY));
    Region open = openSide();
    if (!peopleOpen.get()) {
      people.showPeople(); // The next time it opens by the switch in the header.
    }
    covered.unsubscribe();
    covered = Subscription.EMPTY;
    VBox.setMargin(composer, Insets.EMPTY);
    if (open != null && roomy.get()) {
      beside.getChildren().add(open);
    } else if (open != null) {
      below.getChildren().add(open);
      covered =
          Subscription.combine(
              open.widthProperty().subscribe(() -> makeRoom(open)),
              below.widthProperty().subscribe(() -> makeRoom(open)),
              over.boundsInParentProperty().subscribe(() -> makeRoom(open)));
    }
  }

  private @Nullable Region openSide() {
    if (screen.messages().thread().shownProperty().get() != null) {
      return thread;
    } else if (pinsOpen.get()) {
      return pins;
    } else if (filesOpen.get()) {
      return files;
    } else if (searchOpen.get()) {
      return search;
    }
    return peopleOpen.get() ? people : null;
  }

  /** What the mouse or the keyboard can reach is not to lie under anything. */
  private void makeRoom(Region open) {
    double covers = open.getWidth();
    boolean narrow = below.getWidth() - covers < NARROWEST_COMPOSER;
    VBox.setMargin(composer, new Insets(0, narrow ? 0 : covers, 0, 0));
    double under = below.getHeight() - over.getBoundsInParent().getMaxY();
    StackPane.setMargin(open, new Insets(0, 0, narrow ? Math.max(0, under) : 0, 0));
  }

  /**
   * Ends what is under way, or closes what is at the side, or takes the room for read; answers
   * whether there was anything to do.
   */
  public boolean escape() {
    return stops() || readsAll();
  }

  private boolean readsAll() {
    TimelineModel timeline = screen.timelineProperty().get();
    if (timeline != null) {
      timeline.readAll();
      toComposer();
    }
    return timeline != null;
  }

  private boolean stops() {
    if (messages.selection().clear() || thread.selection().clear()) {
      return true;
    }
    if (thread.isFocusWithin() && screen.messages().thread().composer().cancel()) {
      return true;
    }
    if (composer.isFocusWithin() && screen.composer().cancel()) {
      return true;
    }
    if (screen.messages().thread().shownProperty().get() != null) {
      screen.messages().thread().close();
    } else if (pinsOpen.get()) {
      pinsOpen.set(false);
      toComposer();
    } else if (filesOpen.get()) {
      filesOpen.set(false);
      toComposer();
    } else if (searchOpen.get()) {
      closeSearch();
    } else if (peopleOpen.get()) {
      peopleOpen.set(false);
      toComposer();
    } else {
      return screen.composer().cancel();
    }
    return true;
  }
}
