package chat.parley.desktop.view.finding;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.finding.FindingModel;
import chat.parley.desktop.viewmodel.finding.FoundItem;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The servers that are on the network, a button for each. Takes no place in an app that does not
 * look.
 */
public final class FoundServersView extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final FindingModel model;
  private final VBox rows = new VBox();

  /**
   * @param askWhy shows why there may be nothing
   * @param chosen goes on when one was chosen
   */
  public FoundServersView(FindingModel model, Runnable askWhy, Runnable chosen) {
    this.model = model;
    getStyleClass().add("found");
    rows.getStyleClass().add("found-rows");
    Controls.folding(this).visibleProperty().bind(model.ableProperty());
    Label heading = Controls.label(Texts.of("view.found.title"), "field-label");
    Button why = Controls.linkButton(Texts.of("view.found.why"), askWhy);
    why.setId("found-why");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().addAll("quiet-scroll", "found-list");
    var none = Bindings.isEmpty(model.servers());
    Controls.folding(scroll).visibleProperty().bind(none.not());
    Label looking = Controls.folding(Controls.label(Texts.of("view.found.looking"), "caption"));
    RightToLeft.fold(looking);
    looking.visibleProperty().bind(none);
    getChildren().addAll(new HBox(heading, Controls.spacer(), why), looking, scroll);
    model.servers().addListener((ListChangeListener<FoundItem>) _ -> showAgain(chosen));
    model.chosenProperty().subscribe(this::mark);
    show(chosen);
  }

  /** The keyboard stays at the place it was. */
  private void showAgain(Runnable chosen) {
    int place = getScene() == null ? -1 : rows.getChildren().indexOf(getScene().getFocusOwner());
    show(chosen);
    if (place >= 0 && !rows.getChildren().isEmpty()) {
      rows.getChildren().get(Math.min(place, rows.getChildren().size() - 1)).requestFocus();
    }
  }

  private void show(Runnable chosen) {
    rows.getChildren().setAll(model.servers().stream().map(item -> row(item, chosen)).toList());
    mark();
  }

  private Node row(FoundItem item, Runnable chosen) {
    Label name = Controls.label(item.name(), "found-name");
    Label details = Controls.label(item.details(), "caption");
    VBox words = new VBox(name, details);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    Label key = Controls.label(item.key(), "found-key");
    key.setGraphic(Icons.of(icon(item)));
    key.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(words, key);
    line.getStyleClass().add("found-line");
    Button row = new Button();
    row.setGraphic(line);
    row.getStyleClass().add("found-row");
    row.setUserData(item);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(Texts.of("view.found.spoken", item.name(), item.details(), item.key()));
    line.prefWidthProperty().bind(row.widthProperty());
    row.setOnAction(
        _ -> {
          model.choose(item);
          chosen.run();
        });
    return row;
  }

  private static Feather icon(FoundItem item) {
    return switch (item.acquaintance()) {
      case KNOWN -> Feather.CHECK_CIRCLE;
      case NEW -> Feather.LOCK;
      case CHANGED -> Feather.ALERT_TRIANGLE;
      case OPEN -> Feather.UNLOCK;
    };
  }

  private void mark() {
    FoundItem chosen = model.chosenProperty().get();
    rows.getChildren()
        .forEach(row -> row.pseudoClassStateChanged(CHOSEN, row.getUserData().equals(chosen)));
  }
}
