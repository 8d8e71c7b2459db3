package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.dialog.WordsView;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.settings.Segments;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.ReportsModel;
import chat.parley.model.Report;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Messages that somebody found should be looked at. */
public final class ReportsPage extends VBox {
  private static final int LONGEST_NOTE = 500;

  private final ReportsModel reports;
  private final Times times;
  private final Dialogs dialogs;
  private final Consumer<Report> show;

  /**
   * @param show brings the message on the screen
   */
  public ReportsPage(ReportsModel reports, Times times, Dialogs dialogs, Consumer<Report> show) {
    this.reports = reports;
    this.times = times;
    this.dialogs = dialogs;
    this.show = show;
    getStyleClass().add("admin-page");
    String which = Texts.of("view.admin.reports.which");
    getChildren()
        .addAll(
            new Segments<>(
                which,
                List.of(false, true),
                done -> Texts.of(done ? "view.admin.reports.done" : "view.admin.reports.waiting"),
                reports.resolvedProperty().asObject()),
            new Listing<>(
                reports.shelf(),
                this::row,
                EmptyState.of(
                    Feather.FLAG,
                    Texts.of("view.admin.reports.none"),
                    Texts.of("view.admin.reports.none.text"))));
  }

  private Node row(Report report) {
    String about = Texts.of("view.admin.reports.of", report.author().name(), place(report));
    VBox words =
        Lines.words(
            about,
            report.reason().isEmpty() ? "" : Texts.of("view.admin.reports.reason", report.reason()),
            Texts.of("view.admin.reports.by", report.by().name(), times.recent(report.at())));
    if (!report.text().isEmpty()) {
      words.getChildren().add(1, Lines.folding(report.text(), "admin-quote"));
    }
    Report.Resolution made = report.resolution();
    if (made != null) {
      words.getChildren().add(Lines.folding(resolution(made), "settings-hint"));
      return Lines.row(words);
    }
    HBox deeds = new HBox();
    if (!report.roomName().isEmpty()) { // Else I could not see it.
      deeds
          .getChildren()
          .add(Lines.button(Texts.of("view.admin.reports.open"), about, () -> show.accept(report)));
    }
    deeds
        .getChildren()
        .add(Lines.button(Texts.of("view.admin.reports.resolve"), about, () -> resolve(report)));
    deeds.getStyleClass().add("admin-line");
    words.getChildren().add(deeds);
    return Lines.row(words);
  }

  private static String place(Report report) {
    return report.roomName().isEmpty()
        ? Texts.of("view.admin.reports.somewhere")
        : "#" + report.roomName();
  }

  private String resolution(Report.Resolution made) {
    return made.note().isEmpty()
        ? Texts.of("view.admin.reports.resolved", made.by().name(), times.recent(made.at()))
        : Texts.of(
            "view.admin.reports.resolved.note",
            made.by().name(),
            times.recent(made.at()),
            made.note());
  }

  private void resolve(Report report) {
    new WordsView(
            Texts.of("view.admin.reports.resolve.title"),
            Texts.of("view.admin.reports.note"),
            LONGEST_NOTE,
            Texts.of("view.admin.reports.resolve.do"),
            note -> reports.resolve(report, note),
            dialogs)
        .open();
  }
}
