package chat.parley.desktop.view.emoji;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.emoji.Emoji;
import chat.parley.desktop.viewmodel.emoji.EmojiNames;
import chat.parley.desktop.viewmodel.emoji.EmojiPickerModel;
import chat.parley.desktop.viewmodel.emoji.SkinTone;
import java.util.Locale;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Under the emoji: which one is selected, and the skin tones. */
final class PickerFoot extends HBox {
  private static final String HAND = "raised_hand";

  private final EmojiPickerModel model;
  private final EmojiView picture = new EmojiView();
  private final Label name = Controls.label("", "emoji-name");
  private final Label code = Controls.label("", "caption");

  PickerFoot(EmojiPickerModel model) {
    this.model = model;
    getStyleClass().add("emoji-foot");
    VBox words = new VBox(name, code);
    words.getStyleClass().add("emoji-words");
    words.setMinWidth(0);
    getChildren().addAll(picture, words, Controls.spacer(), tones());
    model.selectedProperty().subscribe(this::show);
    model.emoji().toneProperty().subscribe(this::show);
    show();
  }

  private void show() {
    Emoji selected = model.selectedEmoji();
    picture.setVisible(selected != null);
    name.setText(selected == null ? "" : EmojiNames.current().name(selected));
    code.setText(selected == null ? "" : selected.code());
    if (selected != null) {
      picture.show(selected.in(model.emoji().toneProperty().get()));
    }
  }

  private HBox tones() {
    HBox tones = new HBox();
    tones.getStyleClass().add("emoji-tones");
    ToggleGroup group = new ToggleGroup();
    for (SkinTone tone : SkinTone.values()) {
      ToggleButton button = tone(tone);
      button.setToggleGroup(group);
      tones.getChildren().add(button);
    }
    // One of them always is.
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              }
            });
    return tones;
  }

  private ToggleButton tone(SkinTone tone) {
    Emoji hand = model.emoji().catalog().named(HAND);
    ToggleButton button = new ToggleButton();
    button.getStyleClass().add("emoji-tone");
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setGraphic(new EmojiView(hand == null ? "" : hand.in(tone)));
    String key = "view.emoji.tone." + tone.name().toLowerCase(Locale.ROOT);
    String words = Texts.of("view.emoji.tone", Texts.of(key));
    button.setAccessibleText(words);
    Tip.of(button, () -> words);
    button.setSelected(model.emoji().toneProperty().get() == tone);
    button.setOnAction(_ -> model.emoji().toneProperty().set(tone));
    return button;
  }
}
