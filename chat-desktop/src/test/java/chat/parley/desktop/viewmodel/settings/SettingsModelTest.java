package chat.parley.desktop.viewmodel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.viewmodel.Theme;
import org.junit.jupiter.api.Test;

class SettingsModelTest {
  private final FakePreferences preferences = new FakePreferences();

  @Test
  void whatWasChosenIsKept() {
    SettingsModel before = new SettingsModel(preferences);
    before.themeProperty().set(Theme.CONTRAST);
    before.densityProperty().set(Density.COMPACT);
    before.textSizeProperty().set(150);
    before.reducedMotionProperty().set(true);
    before.enterSendsProperty().set(false);
    before.undoSecondsProperty().set(5);
    before.membershipShownProperty().set(false);
    before.languageProperty().set(Language.GERMAN);
    before.sidebarWidthProperty().set(300);
    SettingsModel after = new SettingsModel(preferences);
    assertThat(after.themeProperty().get()).isEqualTo(Theme.CONTRAST);
    assertThat(after.densityProperty().get()).isEqualTo(Density.COMPACT);
    assertThat(after.textSizeProperty().get()).isEqualTo(150);
    assertThat(after.reducedMotionProperty().get()).isTrue();
    assertThat(after.enterSendsProperty().get()).isFalse();
    assertThat(after.undoSecondsProperty().get()).isEqualTo(5);
    assertThat(after.membershipShownProperty().get()).isFalse();
    assertThat(after.languageProperty().get()).isEqualTo(Language.GERMAN);
    assertThat(after.sidebarWidthProperty().get()).isEqualTo(300);
  }

  @Test
  void nonsenseIsAsIfNothingHadBeenChosen() {
    preferences.choose("theme", "purple");
    preferences.choose("text.percent", "101");
    preferences.choose("undo.seconds", "a while");
    preferences.choose("sidebar.width", "5000");
    SettingsModel settings = new SettingsModel(preferences);
    assertThat(settings.themeProperty().get()).isEqualTo(Theme.SYSTEM);
    assertThat(settings.textSizeProperty().get()).isEqualTo(100);
    assertThat(settings.undoSecondsProperty().get()).isZero();
    assertThat(settings.sidebarWidthProperty().get()).isEqualTo(SettingsModel.WIDEST_SIDEBAR);
  }

  @Test
  void textGrowsByStepsAndStopsAtTheLargest() {
    SettingsModel settings = new SettingsModel(preferences);
    settings.stepTextSize(1);
    assertThat(settings.textSizeProperty().get()).isEqualTo(110);
    for (int i = 0; i < 10; i++) {
      settings.stepTextSize(1);
    }
    assertThat(settings.textSizeProperty().get()).isEqualTo(200);
  }
}
