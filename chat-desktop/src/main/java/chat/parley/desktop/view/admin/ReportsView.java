package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.Texts;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What was reported in one room, for those who moderate it. */
public final class ReportsView extends VBox {
  private final RoomScreen screen;

  public ReportsView(RoomScreen screen, Times times, Dialogs dialogs) {
    this.screen = screen;
    getStyleClass().addAll("dialog", "reports-dialog");
    ReportsPage page =
        new ReportsPage(
            screen.order().reports(),
            times,
            dialogs,
            report -> {
              dialogs.close();
              screen.messages().links().open(report.room(), report.seq());
            });
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("quiet-scroll");
    scroll.setAccessibleText(Texts.of("view.admin.reports"));
    getChildren().addAll(Dialog.head(Texts.of("view.admin.reports"), dialogs::close), scroll);
  }

  public void open() {
    screen.order().reports().shelf().refresh();
    requestFocus();
  }
}
