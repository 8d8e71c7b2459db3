package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.hosting.StartBox;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.LinkSettings;
import chat.parley.desktop.viewmodel.SystemSettings;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the app lives on this computer. What the system cannot do is not offered. */
public final class SystemSettingsView extends VBox {
  /**
   * @param links null where there is nothing to be chosen about them
   */
  public SystemSettingsView(
      SystemSettings settings, @Nullable LinkSettings links, HostingModel hosting) {
    getStyleClass().addAll("settings-part", "system-settings");
    getChildren().add(tray(settings));
    if (settings.canStartWithSystem()) {
      getChildren().addAll(start(settings), problem(settings.problemProperty()));
    }
    if (links != null) {
      getChildren().addAll(links(links), problem(links.problemProperty()));
    }
    getChildren().add(new StartBox(hosting));
  }

  private static VBox links(LinkSettings links) {
    CheckBox box = new CheckBox(Texts.of("view.system.links"));
    box.setId("system-links");
    links.onProperty().subscribe(box::setSelected);
    box.setOnAction(_ -> links.choose(box.isSelected()));
    return Choices.row(box, Texts.of("view.system.links.hint"));
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

  private static Label problem(ObservableValue<String> sentence) {
    Label problem = Controls.folding(Controls.label("", "problem"));
    RightToLeft.fold(problem);
    problem.textProperty().bind(sentence);
    problem.visibleProperty().bind(sentence.map(words -> !words.isEmpty()));
    return problem;
  }
}
