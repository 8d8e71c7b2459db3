package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.MessageModel;
import chat.parley.desktop.viewmodel.PinItem;
import chat.parley.desktop.viewmodel.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The messages that are pinned to the room. */
final class PinsView extends VBox {
  private final MessageModel messages;
  private final Times times;
  private final VBox cards = new VBox();
  private final ScrollPane scroll = new ScrollPane(cards);

  PinsView(MessageModel messages, Times times, Runnable close) {
    this.messages = messages;
    this.times = times;
    getStyleClass().addAll("side", "pins");
    setId("pins");
    HBox head =
        new HBox(
            Controls.label(Texts.of("view.pins"), "heading"),
            Controls.spacer(),
            Controls.iconButton(Feather.X, Texts.of("view.pins.close"), close));
    head.getStyleClass().add("side-head");
    Label problem = Controls.folding(Controls.label("", "people-problem"));
    RightToLeft.fold(problem);
    problem.textProperty().bind(messages.pins().problemProperty());
    problem
        .visibleProperty()
        .bind(
            messages
                .pins()
                .problemProperty()
                .isNotEmpty()
                .and(Bindings.isNotEmpty(messages.pins().items())));
    cards.getStyleClass().add("pin-cards");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("quiet-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, problem, scroll);
    messages.pins().items().subscribe(this::show);
    messages.pins().problemProperty().subscribe(this::show);
    show();
  }

  Node keyboardTarget() {
    Node first = cards.lookup(".button");
    return first == null ? scroll : first;
  }

  private void show() {
    List<PinItem> pins = messages.pins().items();
    String problem = messages.pins().problemProperty().get();
    if (pins.isEmpty() && !problem.isEmpty()) {
      cards
          .getChildren()
          .setAll(
              EmptyState.of(
                  Feather.ALERT_TRIANGLE,
                  Texts.of("view.pins.failed"),
                  problem,
                  Controls.button(Texts.of("view.history.tryAgain"), messages.pins()::refresh)));
    } else if (pins.isEmpty()) {
      cards
          .getChildren()
          .setAll(
              EmptyState.of(
                  Feather.BOOKMARK, Texts.of("view.pins.none"), Texts.of("view.pins.none.text")));
    } else {
      cards.getChildren().setAll(pins.stream().map(this::card).toList());
    }
  }

  private Node card(PinItem pin) {
    return new PinCard(
        pin, times, () -> messages.jumpTo(pin.seq()), () -> messages.pin(pin.seq(), false));
  }
}
