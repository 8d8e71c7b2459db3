package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.SystemSettings;
import chat.parley.desktop.viewmodel.Texts;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How the app lives on this computer. What the system cannot do is not offered. */
public final class SystemSettingsView extends VBox {
  public SystemSettingsView(SystemSettings settings) {
    getStyleClass().addAll("settings-part", "system-settings");
    getChildren().add(tray(settings));
    if (settings.canStartWithSystem()) {
      getChildren().addAll(start(settings), problem(settings));
    }
  }

  private static VBox tray(SystemSettings settings) {
    CheckBox box = new CheckBox(Texts.of("view.system.tray"));
    box.setId("system-tray");
    box.selectedProperty().bindBidirectional(settings.closesToTrayProperty());
    VBox row = Choices.row(box, Texts.of("view.system.tray.hint"));
    Controls.folding(row).visibleProperty().bind(settings.trayProperty());
    return row;
  }

  private static VBox start(SystemSettings settings) {
    CheckBox box = new CheckBox(Texts.of("view.system.start"));
    box.setId("system-start");
    settings.startsWithSystemProperty().subscribe(box::setSelected);
    box.setOnAction(event -> settings.startWithSystem(box.isSelected()));
    return Choices.row(box, Texts.of("view.system.start.hint"));
  }

  private static Label problem(SystemSettings settings) {
    Label problem = Controls.folding(Controls.label("", "problem"));
    RightToLeft.fold(problem);
    problem.textProperty().bind(settings.problemProperty());
    problem.visibleProperty().bind(settings.problemProperty().isNotEmpty());
    return problem;
  }
}
