package chat.parley.desktop.view.emoji;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.emoji.Emoji;
import chat.parley.desktop.viewmodel.emoji.EmojiPickerModel;
import chat.parley.desktop.viewmodel.emoji.EmojiPickerModel.Place;
import chat.parley.desktop.viewmodel.emoji.PickerRow;
import chat.parley.desktop.viewmodel.emoji.SkinTone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A row of the picker: a title, or emoji side by side. */
final class PickerCell extends ListCell<PickerRow> {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final EmojiPickerModel model;
  private final Consumer<Emoji> choose;
  private final Label title = Controls.label("", "section-title");
  private final HBox line = new HBox();
  private final List<StackPane> places = new ArrayList<>();

  PickerCell(EmojiPickerModel model, Consumer<Emoji> choose) {
    this.model = model;
    this.choose = choose;
    for (int column = 0; column < EmojiPickerModel.COLUMNS; column++) {
      places.add(place(column));
    }
    line.getChildren().addAll(places);
    model.selectedProperty().subscribe(this::showSelected);
    model.emoji().toneProperty().subscribe(this::showRow);
  }

  private StackPane place(int column) {
    StackPane place = new StackPane(new EmojiView());
    place.getStyleClass().add("emoji-place");
    place.setOnMouseEntered(_ -> model.select(new Place(getIndex(), column)));
    place.setOnMouseClicked(
        _ -> {
          if (getItem() instanceof PickerRow.Signs(List<Emoji> emoji) && column < emoji.size()) {
            choose.accept(emoji.get(column));
          }
        });
    return place;
  }

  @Override
  protected void updateItem(@Nullable PickerRow row, boolean empty) {
    super.updateItem(row, empty);
    showRow();
    showSelected();
  }

  private void showRow() {
    PickerRow row = getItem();
    if (row == null || isEmpty()) {
      setGraphic(null);
      return;
    }
    switch (row) {
      case PickerRow.Title(String text) -> {
        title.setText(text);
        setGraphic(title);
      }
      case PickerRow.Signs(List<Emoji> emoji) -> {
        SkinTone tone = model.emoji().toneProperty().get();
        for (int i = 0; i < places.size(); i++) {
          places.get(i).setVisible(i < emoji.size());
          if (i < emoji.size()) {
            viewIn(places.get(i)).show(emoji.get(i).in(tone));
          }
        }
        setGraphic(line);
      }
    }
  }

  private static EmojiView viewIn(StackPane place) {
    return (EmojiView) place.getChildren().getFirst();
  }

  private void showSelected() {
    Place selected = model.selectedProperty().get();
    for (int i = 0; i < places.size(); i++) {
      boolean here = selected.row() == getIndex() && selected.column() == i;
      places.get(i).pseudoClassStateChanged(SELECTED, here);
    }
  }
}
