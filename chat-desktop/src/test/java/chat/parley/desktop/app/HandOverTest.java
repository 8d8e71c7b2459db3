package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to servers, opened before the app runs and while it does. */
class HandOverTest {
  private static final String LINK = "parley://office-pc:7071/#pin=" + "0a".repeat(32);

  @TempDir Path folder;

  @Test
  void linkThatTheAppIsStartedWithStandsInTheFormAndNothingIsDone() {
    try (Desk ann = Desk.open(folder, LINK)) {
      Fx.await(() -> ann.model().login().addressProperty().get().equals("office-pc:7071"));
      assertThat(Fx.<Boolean>call(() -> ann.model().login().busyProperty().get())).isFalse();
    }
  }

  @Test
  void linkThatIsOpenedLaterComesToTheAppThatRuns() {
    try (Desk ann = Desk.open(folder)) {
      Fx.await(() -> Files.exists(Profile.handOver(folder)));
      assertThat(HandOver.give(Profile.handOver(folder), LINK)).isTrue();
      Fx.await(() -> ann.model().login().addressProperty().get().equals("office-pc:7071"));
    }
    assertThat(HandOver.give(Profile.handOver(folder), LINK)).isFalse();
  }

  @Test
  void brokenLinkIsSaidToBeSo() {
    try (Desk ann = Desk.open(folder)) {
      Fx.await(() -> Files.exists(Profile.handOver(folder)));
      HandOver.give(Profile.handOver(folder), "parley://office-pc/#pin=12");
      Fx.await(() -> ann.model().login().problemProperty().get().contains("not whole"));
    }
  }

  @Test
  void socketOfAnAppThatWasKilledIsReplaced() throws Exception {
    Files.createFile(folder.resolve("socket"));
    try (HandOver _ = HandOver.open(folder.resolve("socket"), _ -> {})) {
      assertThat(HandOver.give(folder.resolve("socket"), "")).isTrue();
    }
  }
}
