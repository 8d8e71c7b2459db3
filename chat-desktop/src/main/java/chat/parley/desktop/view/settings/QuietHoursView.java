package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import chat.parley.desktop.viewmodel.alerts.QuietHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** When nothing shall disturb: from, to, and on which days. */
final class QuietHoursView extends VBox {
  private static final int STEP_MINUTES = 30;
  private static final int STEPS = 24 * 60 / STEP_MINUTES;

  private final ObjectProperty<AlertPreferences> chosen;

  QuietHoursView(ObjectProperty<AlertPreferences> chosen) {
    this.chosen = chosen;
    getStyleClass().add("quiet-hours");
    CheckBox on = new CheckBox(Texts.of("view.alerts.quiet.on"));
    on.setId("alerts-quiet");
    chosen.subscribe(now -> on.setSelected(now.quietHours().on()));
    on.setOnAction(event -> change(hours -> with(hours, on.isSelected())));
    VBox when = new VBox(times(), days());
    when.getStyleClass().add("quiet-when");
    when.disableProperty().bind(on.selectedProperty().not());
    getChildren().addAll(Choices.row(on, Texts.of("view.alerts.quiet.hint")), when);
  }

  private HBox times() {
    ComboBox<LocalTime> from =
        time(
            "view.alerts.quiet.from",
            QuietHours::from,
            (hours, time) -> new QuietHours(hours.on(), time, hours.to(), hours.days()));
    ComboBox<LocalTime> to =
        time(
            "view.alerts.quiet.to",
            QuietHours::to,
            (hours, time) -> new QuietHours(hours.on(), hours.from(), time, hours.days()));
    HBox row =
        new HBox(
            Controls.label(Texts.of("view.alerts.quiet.from")),
            from,
            Controls.label(Texts.of("view.alerts.quiet.to")),
            to);
    row.getStyleClass().add("quiet-times");
    return row;
  }

  private ComboBox<LocalTime> time(
      String name,
      Function<QuietHours, LocalTime> get,
      BiFunction<QuietHours, LocalTime, QuietHours> with) {
    ComboBox<LocalTime> box = new ComboBox<>();
    box.setAccessibleText(Texts.of(name));
    box.setConverter(new Clock());
    for (int i = 0; i < STEPS; i++) {
      box.getItems().add(LocalTime.MIDNIGHT.plusMinutes((long) i * STEP_MINUTES));
    }
    chosen.subscribe(now -> box.setValue(get.apply(now.quietHours())));
    box.setOnAction(event -> change(hours -> with.apply(hours, box.getValue())));
    return box;
  }

  /** The days in the order of the person's week. */
  private HBox days() {
    HBox row = new HBox();
    row.getStyleClass().add("quiet-days");
    DayOfWeek first = WeekFields.of(Locale.getDefault()).getFirstDayOfWeek();
    for (int i = 0; i < DayOfWeek.values().length; i++) {
      row.getChildren().add(day(first.plus(i)));
    }
    return row;
  }

  private ToggleButton day(DayOfWeek day) {
    Locale locale = Locale.getDefault();
    ToggleButton button = new ToggleButton(day.getDisplayName(TextStyle.SHORT_STANDALONE, locale));
    button.getStyleClass().add("day-toggle");
    button.setAccessibleText(day.getDisplayName(TextStyle.FULL_STANDALONE, locale));
    chosen.subscribe(now -> button.setSelected(now.quietHours().days().contains(day)));
    button.setOnAction(event -> change(hours -> toggled(hours, day)));
    return button;
  }

  private void change(Function<QuietHours, QuietHours> with) {
    AlertPreferences now = chosen.get();
    chosen.set(now.withQuietHours(with.apply(now.quietHours())));
  }

  private static QuietHours with(QuietHours hours, boolean on) {
    return new QuietHours(on, hours.from(), hours.to(), hours.days());
  }

  private static QuietHours toggled(QuietHours hours, DayOfWeek day) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    days.addAll(hours.days());
    if (!days.remove(day)) {
      days.add(day);
    }
    return new QuietHours(hours.on(), hours.from(), hours.to(), days);
  }

  /** A time as clocks of this country show it. */
  private static final class Clock extends StringConverter<LocalTime> {
    private final DateTimeFormatter format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    @Override
    public String toString(LocalTime time) {
      return time == null ? "" : format.format(time);
    }

    @Override
    public LocalTime fromString(String text) {
      return LocalTime.parse(text, format);
    }
  }
}
