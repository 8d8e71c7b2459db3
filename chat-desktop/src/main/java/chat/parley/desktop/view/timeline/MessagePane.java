package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.InSight;
import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.view.look.MenuKey;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MembershipItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.desktop.viewmodel.timeline.TimelineState;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The messages of the selected room, and what floats above them. */
public final class MessagePane extends StackPane implements RowActions {
  private final AppModel app;
  private final VirtualList<TimelineItem> list;
  private final Placeholder placeholder = new Placeholder();
  private final JumpPill pill = new JumpPill(this::jumpToNewest);
  private final PaneNotice notice = new PaneNotice(this::loadOlder);
  private final MessageMenu menu = new MessageMenu(this);
  private final ObservableValue<Boolean> windowFocused =
      sceneProperty()
          .flatMap(Scene::windowProperty)
          .flatMap(Window::focusedProperty)
          .orElse(Boolean.FALSE);
  private @Nullable TimelineModel model;
  private Subscription bound = Subscription.EMPTY;

  public MessagePane(AppModel app, Times times) {
    this.app = app;
    RowContext context =
        new RowContext(
            times,
            () -> model == null ? "" : model.nameProperty().get(),
            app.serverNameProperty()::get,
            this::myName,
            this);
    list = new VirtualList<>(new TimelineRows(context));
    list.setAccessibleText(Texts.of("view.messages"));
    list.setOnNearStart(this::loadOlder);
    list.setOnNearEnd(this::loadNewer);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    list.setOnContextMenuRequested(this::showMenu);
    getStyleClass().add("message-pane");
    getChildren().addAll(list, placeholder, notice, pill);
    setAlignment(pill, Pos.BOTTOM_CENTER);
    setAlignment(notice, Pos.TOP_CENTER);
    list.inSightProperty().subscribe(this::tellWhatIsSeen);
    windowFocused.subscribe(this::tellWhatIsSeen);
    app.timelineProperty().subscribe(this::show);
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
      model.jumpToNewest();
    }
  }

  private void show(@Nullable TimelineModel other) {
    bound.unsubscribe();
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
    bound =
        Subscription.combine(
            other.stateProperty().subscribe(this::showState),
            other.problemProperty().subscribe(this::showState),
            other.nameProperty().subscribe(this::showState),
            other.items().subscribe(this::showState),
            other.loadingOlderProperty().subscribe(this::showState),
            other.jumpsProperty().subscribe(list::scrollToEnd),
            other.newBelowProperty().subscribe(this::showPill),
            other.mentionsBelowProperty().subscribe(this::showPill),
            other.atNewestProperty().subscribe(this::showPill));
    showState();
    showPill();
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
      placeholder.show(
          state, model.nameProperty().get(), model.problemProperty().get(), this::loadOlder);
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
      long seq =
          switch (items.get(i)) {
            case MessageItem message -> message.seq();
            case MembershipItem membership -> membership.seq();
            case TimelineItem.DayMark day -> 0;
            case TimelineItem.UnreadMark unread -> 0;
            case TimelineItem.StartMark start -> 0;
          };
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

  private String myName() {
    return app.meProperty().get() == null ? "" : app.meProperty().get().name();
  }

  private void key(KeyEvent event) {
    if (!(list.current() instanceof MessageItem message)) {
      return;
    }
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      copy(message);
      event.consume();
    } else if (MenuKey.is(event) && list.currentRow() instanceof MessageRow row) {
      menu.open(row, message);
      event.consume();
    }
  }

  private void showMenu(ContextMenuEvent event) {
    if (rowAt(event.getTarget()) instanceof MessageRow row && row.message() != null) {
      menu.open(row, row.message(), event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  private static @Nullable Node rowAt(Object target) {
    Node node = target instanceof Node hit ? hit : null;
    while (node != null && !(node instanceof MessageRow)) {
      node = node.getParent();
    }
    return node;
  }

  @Override
  public void copy(MessageItem message) {
    ClipboardContent content = new ClipboardContent();
    content.putString(message.body());
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void retry(MessageItem message) {
    if (model != null && message.nonce() != null) {
      model.retry(message.nonce());
    }
  }

  @Override
  public void discard(MessageItem message) {
    if (model != null && message.nonce() != null) {
      model.discard(message.nonce());
    }
  }
}
