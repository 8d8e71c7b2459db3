package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.Shelf;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the server lists: its rows, or why there are none. */
final class Listing<T> extends VBox {
  private final Shelf<T> shelf;
  private final Function<T, Node> row;
  private final Region nothing;
  private final VBox rows = new VBox();
  private final Button more;
  private final Label problem;

  /**
   * @param nothing stands there when the list is empty
   */
  Listing(Shelf<T> shelf, Function<T, Node> row, Region nothing) {
    this.shelf = shelf;
    this.row = row;
    this.nothing = nothing;
    getStyleClass().add("admin-listing");
    rows.getStyleClass().add("admin-rows");
    more = Controls.button(Texts.of("view.admin.more"), shelf::further);
    problem = Dialog.problem(shelf.errand().problemProperty());
    shelf.items().addListener((ListChangeListener<T>) _ -> fill());
    fill();
    shelf.knownProperty().subscribe(this::show);
    shelf.moreProperty().subscribe(this::show);
    shelf.errand().problemProperty().subscribe(this::show);
  }

  private void fill() {
    rows.getChildren().setAll(shelf.items().stream().map(row).toList());
    show();
  }

  /** Rows that stay keep their place in the window, and the menu that is open at one of them. */
  private void show() {
    List<Node> parts = parts();
    if (!getChildren().equals(parts)) {
      getChildren().setAll(parts);
    }
  }

  private List<Node> parts() {
    if (!shelf.knownProperty().get()) {
      String wrong = shelf.errand().problemProperty().get();
      return List.of(wrong.isEmpty() ? loading() : failed(wrong, shelf::refresh));
    }
    if (shelf.items().isEmpty()) {
      return List.of(problem, nothing);
    }
    return shelf.moreProperty().get() ? List.of(problem, rows, more) : List.of(problem, rows);
  }

  static Label loading() {
    return Controls.label(Texts.of("view.admin.loading"), "muted", "admin-loading");
  }

  static Region failed(String why, Runnable again) {
    return EmptyState.of(
        Feather.ALERT_TRIANGLE,
        Texts.of("view.admin.failed"),
        why,
        Controls.button(Texts.of("view.admin.again"), again));
  }
}
