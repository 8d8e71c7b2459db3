package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;

import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.Outgoing.State;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.protocol.ErrorCode;
import java.time.Duration;
import javafx.scene.Scene;

/** What is said of the connection looks as it did when somebody last looked at it. */
class ConnectionScenesTest {
  private final Office office = ScenesTest.office();

  @Themes
  void aBreakOfAFewSeconds(Theme theme) {
    office.app.settings().reducedMotionProperty().set(true); // What turns is drawn at rest.
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office.link(LinkState.WAITING);
          office.fx.pass(Duration.ofSeconds(2));
        });
    keep(scene, "reconnecting", theme);
  }

  @Themes
  void theServerIsBack(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office.link(LinkState.WAITING);
          office.fx.pass(Duration.ofSeconds(6));
          office.writes("10:34", "I will bring the adapter.", State.QUEUED, null);
          office.writes("10:34", "And two spare cables.", State.QUEUED, null);
          office.link(LinkState.LIVE);
          office.arrive();
        });
    keep(scene, "back-online", theme);
  }

  @Themes
  void theServerKnowsThisAppNoMore(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () ->
            office.link(
                new Link(
                    LinkState.REFUSED,
                    "This device was logged out from another one.",
                    ErrorCode.BAD_TOKEN,
                    0)));
    keep(scene, "logged-out", theme);
  }

  @Themes
  void theServerSpeaksAnotherVersion(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () ->
            office.link(
                new Link(
                    LinkState.REFUSED,
                    "This server speaks version 1 only.",
                    ErrorCode.UNSUPPORTED,
                    0)));
    keep(scene, "other-version", theme);
  }
}
