package chat.parley.desktop.view.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.view.body.MessageBody;
import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.view.look.NextFrames;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.search.Pointed;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A message: its text, how far one of mine has come, and what can be done with it. */
abstract class MessageRow extends Row<TimelineItem> {
  /** On a good network a message is there before this is over, and nothing flickers. */
  private static final long QUIET_MILLIS = 500;

  private static final long SECOND = 1_000;

  /** Rows that pass under the pointer sooner than this get no tools: making them costs a frame. */
  private static final Duration RESTING = Duration.millis(60);

  private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

  private final RowContext context;
  private final MessageBody body;
  private final VBox column = new VBox();
  private final ExtraLines extras;
  private final PauseTransition quiet = new PauseTransition();
  private @Nullable DeliveryLine delivery;
  private final PauseTransition resting = new PauseTransition(RESTING);
  private @Nullable MessageTools tools;
  private @Nullable MessageItem message;

  /**
   * @param aside stands left of the text
   * @param above stands over the text
   */
  MessageRow(RowContext context, Node aside, Node... above) {
    this.context = context;
    body = new MessageBody(context.bodies());
    getStyleClass().add("message-row");
    StackPane gutter = new StackPane(aside);
    gutter.getStyleClass().add("gutter");
    column.getStyleClass().add("message-column");
    column.getChildren().addAll(above);
    column.getChildren().add(body);
    extras = new ExtraLines(column, body, context);
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox grid = new HBox(gutter, column);
    grid.getStyleClass().add("message-grid");
    getChildren().add(grid);
    quiet.setOnFinished(event -> timePassed());
    resting.setOnFinished(event -> pointerRests());
    hoverProperty().subscribe(this::pointerCameOrWent);
  }

  /** A part of the row that shows who wrote the message when it is pressed. */
  void leadsToProfile(Node part) {
    part.getStyleClass().add("leads-on");
    part.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && message != null) {
            context.actions().profile(message, part);
            event.consume();
          }
        });
  }

  /** Who wrote it and when, as far as this row says so. */
  abstract void showWho(MessageItem shown);

  /**
   * Says, or no longer, that the message is being sent; answers whether there is a place for it.
   */
  abstract boolean showSending(boolean now);

  @Override
  protected void show(TimelineItem item) {
    if (item instanceof MessageItem shown) {
      message = shown;
      showWho(shown);
      Pointed pointed = context.pointed().get();
      body.show(
          shown.body(), context.calls().names(shown.mentionsMe()), pointed.wordsAt(shown.seq()));
      pseudoClassStateChanged(FOUND, pointed.isAt(shown.seq()));
      pseudoClassStateChanged(MENTION, shown.mentionsMe());
      extras.show(shown);
      renewTools();
      startDelivery(shown);
    }
  }

  @Nullable MessageItem message() {
    return message;
  }

  MessageBody body() {
    return body;
  }

  private void startDelivery(MessageItem shown) {
    quiet.stop();
    long waited =
        isOnItsWay(shown) && !isHeld(shown) ? context.times().now() - shown.at() : QUIET_MILLIS;
    if (waited >= 0 && waited < QUIET_MILLIS) {
      quiet.setDuration(Duration.millis(QUIET_MILLIS - waited));
      quiet.playFromStart();
      showNothingOfDelivery();
    } else {
      showDelivery();
    }
    setAccessibleText(spoken(shown));
  }

  private void showDelivery() {
    MessageItem shown = message;
    if (shown == null) {
      return;
    }
    showNothingOfDelivery();
    pseudoClassStateChanged(PENDING, isOnItsWay(shown));
    switch (shown.state()) {
      case SENT -> {}
      case SENDING -> {
        if (!showSending(true)) {
          addLine().showSending();
        }
      }
      case QUEUED -> showWaiting(shown);
      case FAILED -> addLine().showFailed(shown);
    }
    setAccessibleText(spoken(shown));
  }

  /** Counting down leaves the line as it is: somebody may be about to press its button. */
  private void timePassed() {
    MessageItem shown = message;
    if (shown != null && delivery != null && isHeld(shown)) {
      countDown(delivery, shown);
    } else {
      showDelivery();
    }
  }

  private void showWaiting(MessageItem shown) {
    if (isHeld(shown)) {
      countDown(addLine(), shown);
    } else {
      addLine().showQueued(context.serverName().get());
    }
  }

  private void countDown(DeliveryLine line, MessageItem shown) {
    long left = shown.extras().heldUntil() - context.times().now();
    line.showHeld((left + SECOND - 1) / SECOND);
    quiet.setDuration(Duration.millis(1 + (left - 1) % SECOND));
    quiet.playFromStart();
  }

  private boolean isHeld(MessageItem shown) {
    return shown.state() == Outgoing.State.QUEUED
        && shown.extras().heldUntil() > context.times().now();
  }

  private static boolean isOnItsWay(MessageItem shown) {
    return switch (shown.state()) {
      case QUEUED, SENDING -> true;
      case SENT, FAILED -> false;
    };
  }

  private void showNothingOfDelivery() {
    pseudoClassStateChanged(PENDING, false);
    showSending(false);
    if (delivery != null) {
      column.getChildren().remove(delivery);
      delivery = null;
    }
  }

  private DeliveryLine addLine() {
    DeliveryLine line =
        new DeliveryLine(
            () -> act(context.actions()::retry),
            () -> act(context.actions()::discard),
            () -> act(context.actions()::undo));
    line.setReachable(isCurrent());
    column.getChildren().add(line);
    delivery = line;
    return line;
  }

  private void act(Consumer<MessageItem> action) {
    if (message != null) {
      action.accept(message);
    }
  }

  private String spoken(MessageItem shown) {
    String text = shown.extras().deleted() ? Texts.of("view.message.deleted") : shown.body();
    String said =
        Texts.of("view.message.spoken", shown.name(), context.times().time(shown.at()), text);
    String around = extras.spoken();
    String all = around.isEmpty() ? said : said + ", " + around;
    return delivery == null ? all : all + ", " + delivery.words();
  }

  @Override
  protected void currentChanged(boolean here) {
    if (delivery != null) {
      delivery.setReachable(here);
    }
    body.setReachable(here);
    extras.setReachable(here);
    showTools();
  }

  /** The tools are those of one message in one state. */
  private void renewTools() {
    if (tools != null) {
      boolean focused = tools.isFocusWithin();
      getChildren().remove(tools);
      tools = null;
      showTools();
      if (focused) {
        focusList();
      }
    }
  }

  /** The keyboard shall not get lost with a button that is gone. */
  private void focusList() {
    Node at = this;
    while (at != null && !(at instanceof VirtualList)) {
      at = at.getParent();
    }
    if (at != null) {
      at.requestFocus();
    }
  }

  private void pointerCameOrWent(boolean here) {
    if (here) {
      resting.playFromStart();
    } else {
      resting.stop();
      showTools();
    }
  }

  /** The tools are made in one frame and drawn for the first time in another. */
  private void pointerRests() {
    MessageItem shown = message;
    if (shown != null && tools == null) {
      MessageTools made = new MessageTools(shown, this, context.actions());
      NextFrames.each(
          () -> {
            if (message == shown && tools == null && pointerRestsHere()) {
              hang(made);
            }
            showTools();
          });
    }
  }

  private void hang(MessageTools made) {
    tools = made;
    getChildren().add(made);
  }

  private boolean pointerRestsHere() {
    return isHover() && resting.getStatus() == Animation.Status.STOPPED;
  }

  /** The tools exist while the pointer or the keyboard is here; most rows never have them. */
  private void showTools() {
    MessageItem shown = message;
    boolean wanted = pointerRestsHere() || isCurrent();
    if (wanted && shown != null && tools == null) {
      hang(new MessageTools(shown, this, context.actions()));
    } else if (!wanted && tools != null) {
      getChildren().remove(tools);
      tools = null;
    }
    setViewOrder(wanted ? -1 : 0);
    if (tools != null) {
      tools.setReachable(isCurrent());
    }
  }

  /** The tools hang over: a row that is lower than they are keeps its height. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (tools != null) {
      tools.autosize();
      double margin = snappedRightInset();
      double top =
          Math.min(0, (getHeight() - tools.getHeight()) / 2); // above the first line of text
      double right = rightOfTools(getWidth() - margin, top + tools.getHeight());
      tools.relocate(right - tools.getWidth(), Math.round(top));
    }
  }

  /** A block of code at the top has a button of its own in that corner. */
  private double rightOfTools(double usual, double bottom) {
    double right = usual;
    for (Node button : body.lookupAll(".copy-code")) {
      Bounds there = sceneToLocal(button.localToScene(button.getLayoutBounds()));
      if (there.getMinY() < bottom) {
        right = Math.min(right, Math.round(there.getMinX()));
      }
    }
    return right;
  }
}
