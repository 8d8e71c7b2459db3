package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A message: its text, how far one of mine has come, and what can be done with it. */
abstract class MessageRow extends Row<TimelineItem> {
  /** On a good network a message is there before this is over, and nothing flickers. */
  private static final long QUIET_MILLIS = 500;

  private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

  private final RowContext context;
  private final TextFlow body = new TextFlow();
  private final VBox column = new VBox();
  private final PauseTransition quiet = new PauseTransition();
  private @Nullable DeliveryLine delivery;
  private @Nullable Button copy;
  private @Nullable MessageItem message;

  /**
   * @param aside stands left of the text
   * @param above stands over the text
   */
  MessageRow(RowContext context, Node aside, Node... above) {
    this.context = context;
    getStyleClass().add("message-row");
    StackPane gutter = new StackPane(aside);
    gutter.getStyleClass().add("gutter");
    body.getStyleClass().add("message-body");
    column.getStyleClass().add("message-column");
    column.getChildren().addAll(above);
    column.getChildren().add(body);
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox grid = new HBox(gutter, column);
    grid.getStyleClass().add("message-grid");
    getChildren().add(grid);
    quiet.setOnFinished(event -> showDelivery());
    hoverProperty().subscribe(this::showTools);
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
      MessageItem before = message;
      message = shown;
      showWho(shown);
      if (before == null
          || !before.body().equals(shown.body())
          || before.mentionsMe() != shown.mentionsMe()) {
        String name = shown.mentionsMe() ? context.myName().get() : "";
        MessageText.show(body, shown.body(), name);
      }
      pseudoClassStateChanged(MENTION, shown.mentionsMe());
      startDelivery(shown);
    }
  }

  @Nullable MessageItem message() {
    return message;
  }

  private void startDelivery(MessageItem shown) {
    quiet.stop();
    long waited = isOnItsWay(shown) ? context.times().now() - shown.at() : QUIET_MILLIS;
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
      case QUEUED -> addLine().showQueued(context.serverName().get());
      case FAILED -> addLine().showFailed(shown);
    }
    setAccessibleText(spoken(shown));
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
            () -> act(context.actions()::retry), () -> act(context.actions()::discard));
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
    String said =
        Texts.of(
            "view.message.spoken", shown.name(), context.times().time(shown.at()), shown.body());
    return delivery == null ? said : said + ", " + delivery.words();
  }

  @Override
  protected void currentChanged(boolean here) {
    if (delivery != null) {
      delivery.setReachable(here);
    }
    showTools();
  }

  /** The tools exist while the pointer or the keyboard is here; most rows never have them. */
  private void showTools() {
    boolean wanted = isHover() || isCurrent();
    if (wanted && copy == null) {
      copy =
          Controls.iconButton(
              Feather.COPY, Texts.of("view.message.copy"), () -> act(context.actions()::copy));
      copy.getStyleClass().add("row-tool");
      copy.setManaged(false);
      getChildren().add(copy);
    } else if (!wanted && copy != null) {
      getChildren().remove(copy);
      copy = null;
    }
    setViewOrder(wanted ? -1 : 0);
    if (copy != null) {
      copy.setFocusTraversable(isCurrent());
    }
  }

  /** The tools hang over: a row that is lower than they are keeps its height. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (copy != null) {
      copy.autosize();
      double margin = snappedRightInset();
      double top = Math.min(margin / 2, (getHeight() - copy.getHeight()) / 2);
      copy.relocate(getWidth() - copy.getWidth() - margin, Math.round(top));
    }
  }
}
