package chat.parley.desktop.view.finding;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.finding.FindingModel;
import chat.parley.desktop.viewmodel.finding.FoundItem;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The servers that are on the network, a button for each. Takes no place in an app that does not
 * look.
 */
public final class FoundServersView extends VBox {
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
    Label looking = Controls.folding(Controls.label("", "caption"));
    RightToLeft.fold(looking);
    looking
        .textProperty()
        .bind(
            model
                .noneProperty()
                .map(nobody -> Texts.of(nobody ? "view.found.none" : "view.found.looking")));
    looking.visibleProperty().bind(none);
    getChildren().addAll(new HBox(heading, Controls.spacer(), why), looking, scroll);
    model.servers().addListener((ListChangeListener<FoundItem>) _ -> show(chosen));
    model.chosenProperty().subscribe(this::mark);
    show(chosen);
  }

  private void show(Runnable chosen) {
    List<FoundRow> now = model.servers().stream().map(item -> row(item, chosen)).toList();
    // Rows that are put in anew lose the keyboard, and the click that is under way.
    if (!rows.getChildren().equals(now)) {
      rows.getChildren().setAll(now);
    }
    mark();
  }

  private FoundRow row(FoundItem item, Runnable chosen) {
    for (FoundRow row : shown()) {
      if (row.item().isSame(item)) {
        row.show(item);
        return row;
      }
    }
    return new FoundRow(
        item,
        picked -> {
          model.choose(picked);
          chosen.run();
        });
  }

  private void mark() {
    FoundItem chosen = model.chosenProperty().get();
    shown().forEach(row -> row.mark(row.item().equals(chosen)));
  }

  private List<FoundRow> shown() {
    return rows.getChildren().stream().map(FoundRow.class::cast).toList();
  }
}
