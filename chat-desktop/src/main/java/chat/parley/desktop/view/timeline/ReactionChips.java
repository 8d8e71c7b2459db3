package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.view.message.EmojiFace;
import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.ReactionChip;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.UserId;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** Who reacted to a message and how; a click on a chip joins in, or no longer. */
final class ReactionChips extends FlowPane {
  private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");

  /** More names than these are a number. */
  private static final int MOST_NAMES = 12;

  private final RowActions actions;

  ReactionChips(MessageItem message, RowActions actions) {
    this.actions = actions;
    getStyleClass().add("chips");
    boolean may = actions.allowed(message).contains(MessageAction.REACT);
    for (ReactionChip chip : message.extras().reactions()) {
      Button button = chip(chip);
      button.setOnAction(event -> actions.react(message, chip.emoji()));
      button.setDisable(!may);
      getChildren().add(button);
    }
    if (may) {
      Button more = new Button();
      more.setGraphic(Icons.of(Feather.PLUS));
      more.getStyleClass().addAll("chip", "chip-more");
      Controls.name(more, Texts.of("view.message.react"));
      more.setOnAction(event -> actions.act(MessageAction.REACT, message, more, false));
      getChildren().add(more);
    }
  }

  private Button chip(ReactionChip chip) {
    Button button = new Button(Integer.toString(chip.by().size()));
    button.setGraphic(EmojiFace.of(chip.emoji()));
    button.getStyleClass().add("chip");
    button.pseudoClassStateChanged(MINE, chip.mine());
    Tip.of(button, () -> names(chip));
    button.setAccessibleText(
        Texts.of(
            chip.mine() ? "view.chip.spoken.mine" : "view.chip.spoken",
            chip.emoji(),
            chip.by().size()));
    return button;
  }

  private String names(ReactionChip chip) {
    List<UserId> by = chip.by();
    String named = String.join(", ", by.stream().limit(MOST_NAMES).map(actions::nameOf).toList());
    return by.size() <= MOST_NAMES
        ? named
        : Texts.of("view.chip.more", named, by.size() - MOST_NAMES);
  }
}
