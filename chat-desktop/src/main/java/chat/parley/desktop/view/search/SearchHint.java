package chat.parley.desktop.view.search;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.search.Filter;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What can be typed. */
final class SearchHint {
  private SearchHint() {}

  static Region of() {
    VBox lines =
        new VBox(
            line(Filter.FROM.typed(), Texts.of("view.search.hint.from")),
            line(Filter.IN.typed(), Texts.of("view.search.hint.in")),
            line(Filter.BEFORE.typed(), Texts.of("view.search.hint.before")),
            line(Filter.AFTER.typed(), Texts.of("view.search.hint.after")),
            line(Filter.ON.typed(), Texts.of("view.search.hint.on")),
            line(Filter.HAS.typed() + Texts.of("search.file"), Texts.of("view.search.hint.has")),
            line("\" \"", Texts.of("view.search.hint.quotes")));
    lines.getStyleClass().add("search-hints");
    return EmptyState.of(
        Feather.SEARCH, Texts.of("view.search.hint"), Texts.of("view.search.hint.text"), lines);
  }

  private static HBox line(String typed, String meaning) {
    Label filter = Controls.label(typed, "search-filter");
    filter.setMinWidth(Region.USE_PREF_SIZE);
    Label words = Controls.label(meaning, "muted");
    RightToLeft.fold(words);
    HBox line = new HBox(filter, words);
    line.getStyleClass().add("search-hint");
    return line;
  }
}
