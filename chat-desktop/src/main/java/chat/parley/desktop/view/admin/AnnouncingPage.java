package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.settings.Segments;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.AnnouncingModel;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Telling everybody something. */
final class AnnouncingPage extends VBox {
  AnnouncingPage(AnnouncingModel announcing) {
    getStyleClass().addAll("admin-page", "admin-form");
    TextArea text = new TextArea();
    text.setId("announce-text");
    text.setPrefRowCount(3);
    text.setWrapText(true);
    text.textProperty().bindBidirectional(announcing.textProperty());
    Button announce =
        Controls.button(Texts.of("view.admin.announce.do"), announcing::announce, "accent");
    announce.setId("announce-do");
    announce
        .disableProperty()
        .bind(announcing.sayableProperty().not().or(announcing.errand().busyProperty()));
    Button back =
        Controls.button(Texts.of("view.admin.announce.back"), announcing::takeBack, "secondary");
    announce.setMinWidth(USE_PREF_SIZE);
    back.setMinWidth(USE_PREF_SIZE);
    FlowPane foot = new FlowPane(announce, back);
    foot.getStyleClass().add("admin-flow");
    getChildren()
        .addAll(
            Dialog.field(Texts.of("view.admin.announce.text"), text),
            Dialog.field(
                Texts.of("view.admin.time"),
                new Segments<>(
                    Texts.of("view.admin.time"),
                    AnnouncingModel.HOURS,
                    hours -> Texts.of("view.admin.hours", hours),
                    announcing.hoursProperty())),
            Dialog.problem(announcing.errand().problemProperty()),
            foot);
  }
}
