package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import chat.parley.desktop.viewmodel.alerts.AlertSettings;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a person wants to be told of messages; every change holds at once. */
public final class NotificationSettingsView extends VBox {
  private final AlertSettings settings;
  private final ObjectProperty<AlertPreferences> chosen;

  public NotificationSettingsView(AlertSettings settings) {
    this.settings = settings;
    chosen = settings.chosenProperty();
    getStyleClass().addAll("settings-part", "notification-settings");
    getChildren()
        .addAll(
            choice(
                "system",
                AlertPreferences::systemNotifications,
                AlertPreferences::withSystemNotifications),
            choice("hide", AlertPreferences::hideContent, AlertPreferences::withHideContent),
            choice("sound", AlertPreferences::sound, AlertPreferences::withSound),
            choice("badge", AlertPreferences::badge, AlertPreferences::withBadge),
            test(),
            Choices.heading(Texts.of("view.alerts.keywords")),
            keywords(),
            Choices.hint(Texts.of("view.alerts.keywords.hint")),
            Choices.heading(Texts.of("view.alerts.quiet")),
            new QuietHoursView(chosen));
  }

  private VBox choice(
      String key,
      Predicate<AlertPreferences> get,
      BiFunction<AlertPreferences, Boolean, AlertPreferences> with) {
    CheckBox box = new CheckBox(Texts.of("view.alerts." + key));
    box.setId("alerts-" + key);
    chosen.subscribe(now -> box.setSelected(get.test(now)));
    box.setOnAction(event -> chosen.set(with.apply(chosen.get(), box.isSelected())));
    return Choices.row(box, Texts.of("view.alerts." + key + ".hint"));
  }

  private HBox test() {
    Label result = Choices.hint("");
    result.textProperty().bind(settings.testResultProperty());
    Button button = Controls.button(Texts.of("view.alerts.test"), settings::showTest);
    button.setId("alerts-test");
    button.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(button, result);
    row.getStyleClass().add("test-row");
    return row;
  }

  private TextField keywords() {
    TextField field = new TextField();
    field.setId("alerts-keywords");
    field.setPromptText(Texts.of("view.alerts.keywords.prompt"));
    field.setAccessibleText(Texts.of("view.alerts.keywords"));
    chosen.map(AlertPreferences::keywords).subscribe(now -> field.setText(join(now)));
    field.setOnAction(event -> keep(field));
    field.focusedProperty().subscribe((before, now) -> keepWhenLeft(field, now));
    return field;
  }

  private void keepWhenLeft(TextField field, boolean focused) {
    if (!focused) {
      keep(field);
    }
  }

  private void keep(TextField field) {
    List<String> words =
        Arrays.stream(field.getText().split("[,;\\n\u060C\u3001\uFF0C]"))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    chosen.set(chosen.get().withKeywords(words));
    field.setText(join(words));
  }

  private static String join(List<String> words) {
    return String.join(", ", words);
  }
}
