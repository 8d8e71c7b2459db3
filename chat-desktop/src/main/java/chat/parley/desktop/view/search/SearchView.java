package chat.parley.desktop.view.search;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.view.settings.Segments;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.search.Offer;
import chat.parley.desktop.viewmodel.search.SearchModel;
import chat.parley.desktop.viewmodel.search.SearchModel.Scope;
import chat.parley.desktop.viewmodel.search.SearchState;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Looks for messages, at the side of the room. */
public final class SearchView extends VBox {
  private final SearchModel model;
  private final TextField field = new TextField();
  private final FlowPane offers = Controls.folding(new FlowPane());
  private final Label count = Controls.folding(Controls.label("", "search-count"));
  private final Label offline =
      Controls.folding(Controls.label(Texts.of("view.search.offline"), "search-offline"));

  /** Says how it goes to screen readers, while the keyboard stays in the field; is not seen. */
  private final Region news = new Region();

  private final Button further;
  private final HitList list;

  /**
   * @param widens whether it can be looked in other rooms too
   */
  public SearchView(SearchModel model, Times times, boolean widens, Runnable close) {
    this.model = model;
    getStyleClass().addAll("side", "search");
    setId("search");
    setAccessibleRole(AccessibleRole.PARENT);
    HBox head =
        new HBox(
            Controls.label(Texts.of("view.search"), "heading"),
            Controls.spacer(),
            Controls.iconButton(Feather.X, Texts.of("view.search.close"), close));
    head.getStyleClass().add("side-head");
    list = new HitList(model, times, widens, field::requestFocus);
    VBox.setVgrow(list, Priority.ALWAYS);
    further = Controls.button(Texts.of("view.search.further"), model::lookFurtherBack);
    Controls.folding(further);
    HBox foot = Controls.folding(new HBox(further));
    foot.visibleProperty().bind(further.visibleProperty());
    foot.getStyleClass().add("files-foot");
    RightToLeft.fold(offline);
    news.setManaged(false);
    news.setMouseTransparent(true);
    news.setAccessibleRole(AccessibleRole.TEXT);
    news.setAccessibleText("");
    news.setId("search-news");
    VBox top = new VBox(field);
    if (widens) {
      top.getChildren().add(scopes());
    }
    top.getChildren().addAll(offers, offline, count);
    top.getStyleClass().add("search-top");
    getChildren().addAll(head, top, list, foot, news);
    buildField();
    offers.getStyleClass().addAll("chips", "search-offers");
    model.offers().subscribe(this::offer);
    offer();
    model.stateProperty().subscribe(this::show);
  }

  public Node keyboardTarget() {
    return field;
  }

  /** The keyboard comes to the field, and what is typed there takes the place of what was. */
  public void begin() {
    prompt();
    field.requestFocus();
    field.selectAll();
  }

  private void buildField() {
    field.setId("search-field");
    field.setAccessibleText(Texts.of("view.search.field"));
    field.textProperty().bindBidirectional(model.textProperty());
    field.caretPositionProperty().subscribe(at -> model.caretProperty().set(at.intValue()));
    field.setOnAction(event -> model.search());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.scopeProperty().subscribe(this::prompt);
    prompt();
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    switch (event.getCode()) {
      case DOWN -> {
        list.enter();
        event.consume();
      }
      default -> {}
    }
  }

  private void prompt() {
    boolean here = model.scopeProperty().get() == Scope.ROOM && !model.roomLabel().isEmpty();
    field.setPromptText(
        here
            ? Texts.of("view.search.prompt.room", model.roomLabel())
            : Texts.of("view.search.prompt.everywhere"));
  }

  private Segments<Scope> scopes() {
    return new Segments<>(
        Texts.of("view.search.where"),
        List.of(Scope.ROOM, Scope.EVERYWHERE),
        scope -> Texts.of(scope == Scope.ROOM ? "view.search.room" : "view.search.everywhere"),
        model.scopeProperty());
  }

  private void offer() {
    offers.getChildren().setAll(model.offers().stream().map(this::chip).toList());
    offers.setVisible(!model.offers().isEmpty());
  }

  private Button chip(Offer offer) {
    Button chip = Controls.button(offer.words(), () -> take(offer), "chip");
    chip.setAccessibleText(Texts.of("view.search.offer", offer.words()));
    return chip;
  }

  private void take(Offer offer) {
    field.requestFocus();
    model.take(offer);
    field.positionCaret(offer.caret());
  }

  private void show(SearchState now) {
    prompt();
    offline.setVisible(now.here());
    further.setVisible(now.kind() == SearchState.Kind.FOUND && now.tired());
    boolean counts = now.kind() == SearchState.Kind.FOUND;
    count.setText(counts ? counted(now) : "");
    count.setVisible(counts);
    say(spoken(now));
  }

  private void say(String words) {
    if (!words.equals(news.getAccessibleText())) {
      news.setAccessibleText(words);
      news.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  private String spoken(SearchState now) {
    String words =
        switch (now.kind()) {
          case IDLE, SEARCHING -> "";
          case FOUND -> counted(now);
          case NOTHING -> Texts.of(now.tired() ? "view.search.none.yet" : "view.search.count", 0);
          case UNCLEAR, FAILED -> now.problem();
        };
    return now.here() ? words + ". " + offline.getText() : words;
  }

  private static String counted(SearchState now) {
    return Texts.of(now.more() ? "view.search.count.more" : "view.search.count", now.count());
  }
}
