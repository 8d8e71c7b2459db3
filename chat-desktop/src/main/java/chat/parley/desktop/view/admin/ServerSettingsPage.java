package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.settings.Segments;
import chat.parley.desktop.view.settings.SettingsRow;
import chat.parley.desktop.view.settings.SettingsRow.Place;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.ServerSettingsModel;
import chat.parley.model.Door;
import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What is decided about the server while it runs. */
final class ServerSettingsPage extends VBox {
  private final ServerSettingsModel settings;
  private final VBox form = new VBox();

  ServerSettingsPage(ServerSettingsModel settings) {
    this.settings = settings;
    getStyleClass().add("admin-page");
    form.getStyleClass().add("admin-rows");
    form.getChildren().addAll(name(), door(), motd(), retention(), length(), rates());
    settings.nowProperty().subscribe(this::show);
    settings.errand().problemProperty().subscribe(this::show);
  }

  private void show() {
    String problem = settings.errand().problemProperty().get();
    if (settings.nowProperty().get() != null) {
      getChildren().setAll(form);
    } else if (problem.isEmpty()) {
      getChildren().setAll(Listing.loading());
    } else {
      getChildren().setAll(Listing.failed(problem, settings::refresh));
    }
  }

  private Node name() {
    TextField name = new TextField();
    name.setId("server-name");
    name.setAccessibleText(Texts.of("view.admin.settings.name"));
    name.textProperty().bindBidirectional(settings.nameProperty());
    return row("view.admin.settings.name", "view.admin.settings.name.hint", name);
  }

  private Node door() {
    Segments<Door> door =
        new Segments<>(
            Texts.of("view.admin.settings.door"),
            List.of(Door.values()),
            ServerSettingsPage::words,
            settings.doorProperty());
    Label what = Lines.folding("", "settings-hint");
    what.textProperty().bind(settings.doorProperty().map(ServerSettingsPage::meaning));
    return row(
        "view.admin.settings.door", "view.admin.settings.door.hint", new VBox(8, door, what));
  }

  private Node motd() {
    TextArea motd = new TextArea();
    motd.setId("server-motd");
    motd.setPrefRowCount(2);
    motd.setWrapText(true);
    motd.setAccessibleText(Texts.of("view.admin.settings.motd"));
    motd.textProperty().bindBidirectional(settings.motdProperty());
    return row("view.admin.settings.motd", "view.admin.settings.motd.hint", motd);
  }

  private Node retention() {
    Segments<Integer> days =
        new Segments<>(
            Texts.of("view.admin.settings.retention"),
            ServerSettingsModel.RETENTION,
            ServerSettingsPage::days,
            settings.retentionProperty());
    Label warning = Controls.folding(Lines.folding("", "problem"));
    warning
        .textProperty()
        .bind(
            settings
                .retentionProperty()
                .map(chosen -> Texts.of("view.admin.settings.retention.warning", chosen)));
    warning.visibleProperty().bind(settings.retentionProperty().map(chosen -> chosen > 0));
    return row(
        "view.admin.settings.retention",
        "view.admin.settings.retention.hint",
        new VBox(8, days, warning));
  }

  private Node length() {
    return row(
        "view.admin.settings.length",
        "view.admin.settings.length.hint",
        new Segments<>(
            Texts.of("view.admin.settings.length"),
            ServerSettingsModel.LENGTHS,
            most -> Texts.of("view.admin.settings.length.value", most),
            settings.lengthProperty()));
  }

  private Node rates() {
    Node row =
        row(
            "view.admin.settings.rates",
            "view.admin.settings.rates.hint",
            new VBox(
                8,
                rate(
                    "view.admin.settings.rates.person",
                    ServerSettingsModel.PERSONS,
                    settings.personProperty()),
                rate(
                    "view.admin.settings.rates.room",
                    ServerSettingsModel.ROOMS,
                    settings.roomProperty())));
    row.getStyleClass().add("last");
    return row;
  }

  private static Node rate(String whose, List<Integer> choices, Property<Integer> chosen) {
    return new VBox(
        4,
        Lines.folding(Texts.of(whose), "settings-hint"),
        new Segments<>(
            Texts.of(whose),
            choices,
            most -> Texts.of("view.admin.settings.rates.value", most),
            chosen));
  }

  /** What is done with the form, to be kept in sight below it. */
  Node foot() {
    Button save = Controls.button(Texts.of("view.save"), settings::save, "accent");
    save.setId("server-save");
    save.disableProperty().bind(settings.changedProperty().not());
    VBox foot = new VBox(8, Dialog.problem(settings.errand().problemProperty()), Dialog.foot(save));
    foot.getStyleClass().add("admin-foot");
    foot.visibleProperty().bind(settings.nowProperty().isNotNull());
    return foot;
  }

  private static Node row(String title, String hint, Node control) {
    return new SettingsRow(Texts.of(title), Texts.of(hint), control, Place.BELOW).node();
  }

  private static String days(int days) {
    return days == 0
        ? Texts.of("view.admin.settings.retention.never")
        : Texts.of("view.admin.days", days);
  }

  private static String words(Door door) {
    return Texts.of(
        switch (door) {
          case GUESTS -> "view.admin.door.guests";
          case OPEN -> "view.admin.door.open";
          case INVITE -> "view.admin.door.invite";
          case CLOSED -> "view.admin.door.closed";
        });
  }

  private static String meaning(Door door) {
    return Texts.of(
        switch (door) {
          case GUESTS -> "view.admin.door.guests.text";
          case OPEN -> "view.admin.door.open.text";
          case INVITE -> "view.admin.door.invite.text";
          case CLOSED -> "view.admin.door.closed.text";
        });
  }
}
