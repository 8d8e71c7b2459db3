package chat.parley.desktop.view.room;

import chat.parley.desktop.view.emoji.EmojiFlow;
import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.PinItem;
import chat.parley.desktop.viewmodel.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A pinned message, and the ways to it and off the list. */
final class PinCard extends VBox {
  PinCard(PinItem pin, Times times, Runnable jump, Runnable unpin) {
    getStyleClass().add("pin-card");
    Avatar avatar = new Avatar("small");
    avatar.show(pin.from(), pin.name());
    Label name = Controls.label(pin.name(), "author");
    Label time = Controls.label(times.recent(pin.at()), "time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(avatar, name, time);
    head.getStyleClass().add("pin-head");
    EmojiFlow words = new EmojiFlow("pin-words", pin.body());
    Button show = Controls.linkButton(Texts.of("view.pins.show"), jump);
    show.setAccessibleText(Texts.of("view.pins.show.spoken", pin.name(), pin.body()));
    HBox foot = new HBox(show);
    foot.getStyleClass().add("pin-foot");
    if (pin.mayUnpin()) {
      foot.getChildren().add(Controls.linkButton(Texts.of("view.message.unpin"), unpin));
    }
    getChildren().addAll(head, words, foot);
  }
}
