package chat.parley.desktop.view.search;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.list.RowSource;
import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.timeline.PaneNotice;
import chat.parley.desktop.view.timeline.Placeholder;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.search.SearchHit;
import chat.parley.desktop.viewmodel.search.SearchModel;
import chat.parley.desktop.viewmodel.search.SearchState;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was found, or what stands there while nothing is. */
final class HitList extends StackPane {
  private final SearchModel model;
  private final boolean widens;
  private final Runnable up;
  private final VirtualList<SearchHit> list;
  private final Placeholder placeholder = new Placeholder();
  private final PaneNotice notice;
  private @Nullable SearchState shown;
  private String first = "";

  /**
   * @param widens whether other rooms can be offered
   * @param up the keyboard leaves the first row upwards
   */
  HitList(SearchModel model, Times times, boolean widens, Runnable up) {
    this.model = model;
    this.widens = widens;
    this.up = up;
    getStyleClass().add("hit-list");
    list = new VirtualList<>(new Source(times, model));
    list.standFromTop();
    list.followsEndProperty().set(false);
    list.setItems(model.hits());
    list.setOnNearEnd(model::loadMore);
    list.setAccessibleText(Texts.of("view.search.found"));
    list.setId("search-hits");
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    notice = new PaneNotice(model::tryAgain);
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
    getChildren().addAll(list, placeholder, notice);
    model.hits().subscribe(this::hitsChanged);
    model.stateProperty().subscribe(this::show);
  }

  /** The keyboard comes to the newest of what was found. */
  void enter() {
    if (!model.hits().isEmpty()) {
      list.scrollToStart();
      list.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    SearchHit current = list.current();
    if (current == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      model.show(current);
      event.consume();
    } else if (event.getCode() == KeyCode.UP && current.equals(model.hits().getFirst())) {
      up.run();
      event.consume();
    }
  }

  /** Another list is read from its start; a longer one goes on where it was. */
  private void hitsChanged() {
    String now = model.hits().isEmpty() ? "" : model.hits().getFirst().key();
    if (!now.isEmpty() && !now.equals(first)) {
      list.scrollToStart();
    }
    first = now;
  }

  private void show(SearchState now) {
    SearchState before = shown;
    shown = now;
    boolean found = now.kind() == SearchState.Kind.FOUND;
    list.setVisible(found);
    placeholder.setVisible(!found);
    notice.show(found && now.busy() && now.more(), found ? now.problem() : "");
    if (before != null
        && before.kind() == SearchState.Kind.SEARCHING
        && now.kind() == before.kind()) {
      return; // It would begin to wait anew.
    }
    switch (now.kind()) {
      case FOUND -> placeholder.showNothing();
      case SEARCHING -> placeholder.showLoading();
      case IDLE -> say(SearchHint.of());
      case NOTHING -> say(nothing(now));
      case UNCLEAR ->
          say(EmptyState.of(Feather.FILTER, Texts.of("view.search.unclear"), now.problem()));
      case FAILED ->
          say(
              EmptyState.of(
                  Feather.ALERT_TRIANGLE,
                  Texts.of("view.search.failed"),
                  now.problem(),
                  Controls.button(Texts.of("view.history.tryAgain"), model::tryAgain, "accent")));
    }
  }

  /** Large text in a low window is scrolled, not cut. */
  private void say(Region words) {
    words.setMinHeight(USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(words);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("quiet-scroll");
    placeholder.showEmpty(scroll);
  }

  private Region nothing(SearchState now) {
    if (now.tired()) {
      return EmptyState.of(
          Feather.SEARCH,
          Texts.of("view.search.none.yet"),
          Texts.of("view.search.none.yet.text"),
          Controls.button(Texts.of("view.search.further"), model::lookFurtherBack, "accent"));
    }
    String text = Texts.of(now.here() ? "view.search.none.here" : "view.search.none.text");
    if (widens && model.couldWiden()) {
      return EmptyState.of(
          Feather.SEARCH,
          title(),
          text,
          Controls.button(Texts.of("view.search.widen"), this::widen, "accent"));
    }
    return EmptyState.of(Feather.SEARCH, title(), text);
  }

  private void widen() {
    up.run();
    model.scopeProperty().set(SearchModel.Scope.EVERYWHERE);
  }

  private String title() {
    if (model.wanted().isBlank()) {
      return Texts.of("view.search.none.filters");
    }
    return model.couldWiden()
        ? Texts.of("view.search.none", model.wanted(), model.roomLabel())
        : Texts.of("view.search.none.everywhere", model.wanted());
  }

  private record Source(Times times, SearchModel model) implements RowSource<SearchHit> {
    @Override
    public Object keyOf(SearchHit hit) {
      return hit.key();
    }

    @Override
    public Object kindOf(SearchHit hit) {
      return SearchHit.class;
    }

    @Override
    public Row<SearchHit> create(Object kind) {
      return new HitRow(times, model::show);
    }
  }
}
