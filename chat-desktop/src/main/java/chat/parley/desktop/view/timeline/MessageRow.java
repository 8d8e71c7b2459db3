package chat.parley.desktop.view.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A message: who, when, what, and how far one of mine has come. The same Nodes serve a message with
 * its author above it and one that is grouped under the author of the row before.
 */
final class MessageRow extends Row<TimelineItem> {
  /** On a good network a message is there before this is over, and nothing flickers. */
  private static final long QUIET_MILLIS = 500;

  private static final PseudoClass GROUPED = PseudoClass.getPseudoClass("grouped");
  private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

  private final RowContext context;
  private final Avatar avatar = new Avatar("large");
  private final Label gutterTime = Controls.label("", "gutter-time");
  private final Label author = Controls.label("", "author");
  private final Label time = Controls.label("", "time");
  private final Tooltip fullTime = new Tooltip();
  private final Label sending =
      Controls.folding(Controls.label(Texts.of("view.message.sendingDot"), "time"));
  private final HBox head = new HBox(author, time, sending);
  private final TextFlow body = new TextFlow();
  private final VBox column = new VBox(head, body);
  private final PauseTransition quiet = new PauseTransition();
  private @Nullable DeliveryLine delivery;
  private @Nullable Button copy;
  private @Nullable MessageItem message;

  MessageRow(RowContext context) {
    this.context = context;
    getStyleClass().add("message-row");
    StackPane gutter = new StackPane(avatar, gutterTime);
    gutter.getStyleClass().add("gutter");
    head.getStyleClass().add("message-head");
    body.getStyleClass().add("message-body");
    column.getStyleClass().add("message-column");
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox grid = new HBox(gutter, column);
    grid.getStyleClass().add("message-grid");
    getChildren().add(grid);
    Controls.folding(head);
    Controls.folding(avatar);
    time.setTooltip(fullTime);
    time.setMinWidth(Region.USE_PREF_SIZE);
    sending.setMinWidth(Region.USE_PREF_SIZE);
    quiet.setOnFinished(event -> showDelivery());
    hoverProperty().subscribe(this::showTools);
  }

  @Override
  protected void show(TimelineItem item) {
    if (item instanceof MessageItem shown) {
      MessageItem before = message;
      message = shown;
      showHead(shown);
      if (before == null
          || !before.body().equals(shown.body())
          || before.mentionsMe() != shown.mentionsMe()) {
        String name = shown.mentionsMe() ? context.myName().get() : "";
        body.getChildren().setAll(MessageText.nodes(shown.body(), name));
      }
      pseudoClassStateChanged(MENTION, shown.mentionsMe());
      startDelivery(shown);
    }
  }

  @Nullable MessageItem message() {
    return message;
  }

  private void showHead(MessageItem shown) {
    pseudoClassStateChanged(GROUPED, shown.grouped());
    head.setVisible(!shown.grouped());
    avatar.setVisible(!shown.grouped());
    avatar.show(shown.from(), shown.name());
    author.setText(shown.name());
    time.setText(context.times().time(shown.at()));
    fullTime.setText(context.times().full(shown.at()));
    gutterTime.setText(context.times().shortTime(shown.at()));
  }

  private void startDelivery(MessageItem shown) {
    quiet.stop();
    long waited = context.times().now() - shown.at();
    boolean onItsWay =
        switch (shown.state()) {
          case QUEUED, SENDING -> true;
          case SENT, FAILED -> false;
        };
    if (onItsWay && waited >= 0 && waited < QUIET_MILLIS) {
      quiet.setDuration(Duration.millis(QUIET_MILLIS - waited));
      quiet.playFromStart();
      showNoDelivery();
    } else {
      showDelivery();
    }
  }

  private void showDelivery() {
    MessageItem shown = message;
    if (shown == null) {
      return;
    }
    sending.setVisible(false);
    pseudoClassStateChanged(
        PENDING, shown.state() == Outgoing.State.QUEUED || shown.state() == Outgoing.State.SENDING);
    switch (shown.state()) {
      case SENT -> showNoDelivery();
      case SENDING -> showSending(shown.grouped());
      case QUEUED -> line().showQueued(context.serverName().get());
      case FAILED -> line().showFailed(shown);
    }
    setAccessibleText(spoken(shown));
  }

  /** Beside the time, or below the text where there is no time. */
  private void showSending(boolean grouped) {
    if (grouped) {
      line().showSending();
    } else {
      showNoDelivery();
      pseudoClassStateChanged(PENDING, true);
      sending.setVisible(true);
    }
  }

  private void showNoDelivery() {
    sending.setVisible(false);
    pseudoClassStateChanged(PENDING, false);
    if (delivery != null) {
      column.getChildren().remove(delivery);
      delivery = null;
    }
    if (message != null) {
      setAccessibleText(spoken(message));
    }
  }

  private DeliveryLine line() {
    DeliveryLine line = delivery;
    if (line == null) {
      line =
          new DeliveryLine(
              () -> act(context.actions()::retry), () -> act(context.actions()::discard));
      line.setReachable(isCurrent());
      delivery = line;
      column.getChildren().add(line);
    }
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
      StackPane.setAlignment(copy, Pos.TOP_RIGHT);
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
      double width = copy.prefWidth(-1);
      double height = copy.prefHeight(-1);
      double top = Math.min(snappedTopInset(), (getHeight() - height) / 2);
      copy.resizeRelocate(getWidth() - width - snappedRightInset(), Math.round(top), width, height);
    }
  }
}
