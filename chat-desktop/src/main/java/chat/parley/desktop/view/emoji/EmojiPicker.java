package chat.parley.desktop.view.emoji;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Popover;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.emoji.Emoji;
import chat.parley.desktop.viewmodel.emoji.EmojiCategory;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import chat.parley.desktop.viewmodel.emoji.EmojiPickerModel;
import chat.parley.desktop.viewmodel.emoji.PickerRow;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A window to choose an emoji from, with the mouse or without. */
public final class EmojiPicker extends VBox {
  /** Rows a page key goes. */
  private static final int PAGE = 6;

  private final EmojiPickerModel model;
  private final Consumer<String> chosen;
  private final TextField search = new TextField();
  private final ListView<PickerRow> grid = new ListView<>();
  private Runnable close = () -> {};

  private EmojiPicker(EmojiPickerModel model, Consumer<String> chosen) {
    this.model = model;
    this.chosen = chosen;
    getStyleClass().add("emoji-picker");
    setAccessibleText(Texts.of("view.emoji.picker"));
    buildSearch();
    buildGrid();
    Label none = Controls.label(Texts.of("view.emoji.none"), "muted");
    none.visibleProperty().bind(Bindings.isEmpty(model.rows()));
    StackPane middle = new StackPane(grid, none);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(search, tabs(), middle, new PickerFoot(model));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /**
   * Opens beside {@code owner}; closes when one was chosen, and on Esc without one.
   *
   * @param chosen takes the characters of the emoji in the person's skin tone
   */
  public static void show(Node owner, EmojiModel emoji, Consumer<String> chosen) {
    EmojiPicker picker = new EmojiPicker(new EmojiPickerModel(emoji), chosen);
    Popover popover = Popover.open(owner, picker);
    picker.close = popover::close;
    picker.search.requestFocus();
  }

  private void buildSearch() {
    search.setPromptText(Texts.of("view.emoji.search"));
    search.setAccessibleText(Texts.of("view.emoji.search"));
    search.textProperty().bindBidirectional(model.queryProperty());
  }

  private void buildGrid() {
    grid.getStyleClass().add("emoji-grid");
    grid.setFocusTraversable(false);
    grid.setItems(model.rows());
    grid.setCellFactory(_ -> new PickerCell(model, this::choose));
    model.selectedProperty().subscribe(this::reveal);
  }

  private Node tabs() {
    HBox tabs = new HBox();
    tabs.getStyleClass().add("emoji-tabs");
    for (EmojiCategory category : EmojiCategory.values()) {
      if (category != EmojiCategory.PARTS) {
        tabs.getChildren().add(tab(category));
      }
    }
    return tabs;
  }

  private Button tab(EmojiCategory category) {
    Button tab =
        Controls.iconButton(
            icon(category), EmojiPickerModel.nameOf(category), () -> goTo(category));
    tab.setFocusTraversable(false);
    return tab;
  }

  private static Feather icon(EmojiCategory category) {
    return switch (category) {
      case SMILEYS, PARTS -> Feather.SMILE;
      case PEOPLE -> Feather.USER;
      case NATURE -> Feather.SUN;
      case FOOD -> Feather.COFFEE;
      case TRAVEL -> Feather.MAP_PIN;
      case ACTIVITIES -> Feather.AWARD;
      case OBJECTS -> Feather.BOX;
      case SYMBOLS -> Feather.HEART;
      case FLAGS -> Feather.FLAG;
    };
  }

  private void goTo(EmojiCategory category) {
    model.goTo(category);
    grid.scrollTo(model.startOf(category));
  }

  private void key(KeyEvent event) {
    if (!search.isFocused() || event.isShortcutDown() || event.isAltDown()) {
      return; // The tones have the keyboard.
    }
    switch (event.getCode()) {
      case LEFT -> model.moveAcross(-1);
      case RIGHT -> model.moveAcross(1);
      case UP -> model.moveRows(-1);
      case DOWN -> model.moveRows(1);
      case PAGE_UP -> model.moveRows(-PAGE);
      case PAGE_DOWN -> model.moveRows(PAGE);
      case ENTER -> choose(model.selectedEmoji());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(@Nullable Emoji emoji) {
    if (emoji != null) {
      String text = model.emoji().use(emoji);
      close.run();
      chosen.accept(text);
    }
  }

  private void reveal(EmojiPickerModel.Place place) {
    if (place.row() >= 0) {
      PickerScroll.reveal(grid, place.row());
    }
  }
}
