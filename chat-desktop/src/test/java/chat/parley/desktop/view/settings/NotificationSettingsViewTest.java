package chat.parley.desktop.view.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.alerts.AlertOutlet;
import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import chat.parley.desktop.viewmodel.alerts.AlertSettings;
import chat.parley.desktop.viewmodel.alerts.Notice;
import chat.parley.model.RoomId;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class NotificationSettingsViewTest implements AlertOutlet {
  private final List<AlertPreferences> kept = new ArrayList<>();
  private final List<Toast> toasts = new ArrayList<>();
  private final List<Notice> shown = new ArrayList<>();
  private boolean broken;
  private int chimes;

  private final AlertSettings settings =
      new AlertSettings(AlertPreferences.USUAL, kept::add, this, toasts::add);
  private final Scene scene =
      Fx.call(() -> new Scene(new NotificationSettingsView(settings), 700, 800));

  @Test
  void everyChoiceHoldsAtOnceAndIsKept() {
    for (String id : List.of("#alerts-system", "#alerts-hide", "#alerts-sound", "#alerts-badge")) {
      Fx.run(() -> Fx.find(scene, id, CheckBox.class).fire());
    }
    AlertPreferences now = kept.getLast();
    assertThat(now.systemNotifications()).isFalse();
    assertThat(now.hideContent()).isTrue();
    assertThat(now.sound()).isTrue();
    assertThat(now.badge()).isFalse();
    assertThat(settings.chosenProperty().get()).isEqualTo(now);
  }

  @Test
  void keywordsAreSeparatedByCommasOfAnyScript() {
    Fx.run(
        () -> {
          TextField field = Fx.find(scene, "#alerts-keywords", TextField.class);
          field.setText(" printer,, server room ，会议, printer ");
          field.fireEvent(new ActionEvent());
        });
    assertThat(kept.getLast().keywords()).containsExactly("printer", "server room", "会议");
  }

  @Test
  void quietHoursAreOfferedWhenTheyAreWanted() {
    ToggleButton day = Fx.call(() -> Fx.find(scene, ".day-toggle", ToggleButton.class));
    assertThat(day.isDisabled()).isTrue();
    Fx.run(() -> Fx.find(scene, "#alerts-quiet", CheckBox.class).fire());
    assertThat(day.isDisabled()).isFalse();
    Fx.run(day::fire);
    assertThat(kept.getLast().quietHours().on()).isTrue();
    assertThat(kept.getLast().quietHours().days()).hasSize(6).doesNotContain(DayOfWeek.MONDAY);
  }

  @Test
  void aTestNotificationSaysWhatBecameOfIt() {
    Fx.run(() -> Fx.find(scene, "#alerts-test", Button.class).fire());
    assertThat(shown).hasSize(1);
    assertThat(toasts).isEmpty();
    assertThat(settings.testResultProperty().get()).startsWith("Your system took it.");
    broken = true;
    Fx.run(() -> Fx.find(scene, "#alerts-test", Button.class).fire());
    assertThat(toasts).hasSize(1);
    assertThat(settings.testResultProperty().get()).startsWith("Your system shows no");
    Fx.run(() -> Fx.find(scene, "#alerts-system", CheckBox.class).fire());
    Fx.run(() -> Fx.find(scene, "#alerts-sound", CheckBox.class).fire());
    Fx.run(() -> Fx.find(scene, "#alerts-test", Button.class).fire());
    assertThat(shown).hasSize(2);
    assertThat(toasts).hasSize(2);
    assertThat(chimes).isEqualTo(1);
  }

  @Override
  public void show(Notice notice, Fate fate) {
    shown.add(notice);
    if (broken) {
      fate.failed();
    } else {
      fate.shown();
    }
  }

  @Override
  public void withdraw(RoomId room) {}

  @Override
  public void chime() {
    chimes++;
  }
}
