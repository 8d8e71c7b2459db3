package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.testing.FakeStart;
import chat.parley.desktop.viewmodel.outside.StartSwitch;
import org.junit.jupiter.api.Test;

class LinkSettingsTest {
  private final FakeFx fx = new FakeFx();
  private final FakePreferences preferences = new FakePreferences();
  private final FakeStart links = new FakeStart();
  private final LinkSettings settings = new LinkSettings(links, preferences, fx);

  @Test
  void atTheFirstStartLinksComeHere() {
    settings.refresh();
    fx.settle();
    assertThat(links.isOn()).isTrue();
    assertThat(settings.onProperty().get()).isTrue();
  }

  @Test
  void whoTurnedItOffIsNotAskedAgain() {
    settings.refresh();
    settings.choose(false);
    fx.settle();
    assertThat(links.isOn()).isFalse();
    settings.refresh();
    fx.settle();
    assertThat(links.isOn()).isFalse();
    assertThat(settings.onProperty().get()).isFalse();
  }

  @Test
  void whatTheSystemRefusesIsOneSentence() {
    var refused =
        new LinkSettings(
            new StartSwitch() {
              @Override
              public boolean isOn() {
                return false;
              }

              @Override
              public void turn(boolean on) throws Exception {
                throw new Exception("no such program");
              }
            },
            preferences,
            fx);
    refused.refresh();
    fx.settle();
    assertThat(refused.problemProperty().get()).startsWith("Your system did not take that");
    assertThat(refused.onProperty().get()).isFalse();
  }
}
