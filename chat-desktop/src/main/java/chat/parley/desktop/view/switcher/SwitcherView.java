package chat.parley.desktop.view.switcher;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.switcher.Choice;
import chat.parley.desktop.viewmodel.switcher.SwitcherModel;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One field, and what may be meant by what is typed into it. */
public final class SwitcherView extends VBox {
  private final SwitcherModel model;
  private final Consumer<Choice> chosen;
  private final TextField field = new TextField();
  private final ListView<Choice> list = Controls.folding(new ListView<>());
  private final Region nothing =
      Controls.folding(
          EmptyState.of(
              Feather.SEARCH,
              Texts.of("view.switcher.nothing"),
              Texts.of("view.switcher.nothing.text")));

  /** Where the arrows went; null when they were not used since the last letter. */
  private @Nullable Choice pointed;

  /**
   * @param chosen takes this view away, then goes there
   */
  public SwitcherView(SwitcherModel model, Consumer<Choice> chosen) {
    this.model = model;
    this.chosen = chosen;
    getStyleClass().addAll("dialog", "switcher");
    field.setPromptText(Texts.of("view.switcher.prompt"));
    field.setAccessibleText(Texts.of("view.switcher.prompt"));
    field.setId("switcher-field");
    // Before the model hears of it, which shows other choices at once.
    field.textProperty().subscribe(() -> pointed = null);
    field.textProperty().bindBidirectional(model.queryProperty());
    field.setOnAction(event -> choose());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setMaxHeight(USE_PREF_SIZE);
    buildList();
    StackPane below = new StackPane(list, nothing);
    below.getStyleClass().add("switcher-choices");
    Label hint = Controls.label(Texts.of("view.switcher.hint"), "switcher-hint");
    getChildren().addAll(field, below, hint);
  }

  public SwitcherModel model() {
    return model;
  }

  /** Starts anew, with the keyboard in the field. */
  public void open() {
    pointed = null;
    model.open();
    showState();
    field.requestFocus();
  }

  private void buildList() {
    list.getStyleClass().add("choice-list");
    list.setAccessibleText(Texts.of("view.switcher.list"));
    list.setFocusTraversable(false);
    list.setItems(model.choices());
    list.prefHeightProperty()
        .bind(Bindings.size(model.choices()).multiply(list.fixedCellSizeProperty()));
    list.setCellFactory(view -> new ChoiceCell(model::hasSeveralServers));
    list.setOnMouseClicked(event -> choose());
    model.choices().subscribe(this::showState);
    showState();
  }

  private void showState() {
    boolean some = !model.choices().isEmpty();
    list.setVisible(some);
    nothing.setVisible(!some);
    if (some) {
      select(placeOfPointed());
    }
  }

  /** What is told later by a server must not take the choice from under somebody's finger. */
  private int placeOfPointed() {
    for (int i = 0; pointed != null && i < model.choices().size(); i++) {
      if (model.choices().get(i).isSame(pointed)) {
        return i;
      }
    }
    return 0;
  }

  private void select(int place) {
    list.getSelectionModel().select(place);
    list.scrollTo(place);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case TAB -> move(event.isShiftDown() ? -1 : 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int step) {
    int count = model.choices().size();
    if (count > 0) {
      int to = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, count);
      pointed = model.choices().get(to);
      select(to);
    }
  }

  private void choose() {
    Choice choice = list.getSelectionModel().getSelectedItem();
    if (choice != null) {
      chosen.accept(choice);
    }
  }
}
