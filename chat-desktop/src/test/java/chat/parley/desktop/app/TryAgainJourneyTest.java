package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be loaded since the server is down says so, and is there when it is back. */
@Tag("fault")
class TryAgainJourneyTest {
  private static final int LINES = 160;

  @TempDir Path folder;

  private Duo duo;
  private Desk ann;

  @BeforeEach
  void open() throws Exception {
    duo = new Duo(folder);
    ann = duo.ann;
    duo.ben.openRoom("kitchen");
    duo.ben.say("Tea is ready");
    duo.ben.goTo("lobby");
    ann.goTo("lobby");
  }

  @AfterEach
  void close() {
    duo.close();
  }

  @Test
  void theListOfRoomsSaysWhyItIsEmptyUntilItIsTriedAgain() throws Exception {
    goesDown();
    ann.click("#add-room");
    ann.awaitText("Could not load the rooms");
    ann.click(".add-room .button", "Try again");
    ann.awaitText("Could not load the rooms");
    assertThat(Fx.call(() -> ann.sees("kitchen"))).isFalse();

    comesBack();
    ann.click(".add-room .button", "Try again");
    ann.awaitText("kitchen");
    ann.awaitGone("Could not load the rooms");
    ann.push(KeyCode.ESCAPE);
  }

  @Test
  void pinsThatWereNeverLoadedAreThereByThemselvesOnceTheServerIs() throws Exception {
    duo.ben.goTo("kitchen");
    duo.ben.chooseAt("Tea is ready", "Pin to room");
    Fx.await(() -> Trio.message(duo.ben, "Tea is ready").extras().pinned());
    ann.openRoom("kitchen");
    ann.goTo("lobby");
    goesDown();
    ann.goTo("kitchen");
    ann.click("#pins-toggle");
    ann.awaitText("Could not load the pinned messages");
    ann.click("#pins .button", "Try again");
    ann.awaitText("Could not load the pinned messages");

    comesBack();
    ann.awaitText("Show in room");
    ann.awaitGone("Could not load the pinned messages");
  }

  @Test
  void olderMessagesAreLoadedByTheButtonThatStandsWhereTheyCouldNotBe() throws Exception {
    duo.ben.goTo("kitchen");
    for (int i = 0; i < LINES; i++) {
      duo.ben.tells("Line " + i);
    }
    ann.openRoom("kitchen");
    Fx.await(() -> Trio.message(ann, "Line " + (LINES - 1)) != null);
    assertThat(Fx.call(() -> Trio.message(ann, "Tea is ready") == null)).isTrue();
    goesDown();
    ann.click("#composer");
    for (int i = 0; i < 12; i++) {
      ann.push(KeyCode.PAGE_UP);
    }
    ann.awaitNode(".pane-notice .button");

    comesBack();
    ann.click(".pane-notice .button");
    Fx.await(() -> Trio.message(ann, "Line 60") != null);
    ann.awaitGone("Try again");
  }

  private void goesDown() throws Exception {
    duo.server.kill();
    Fx.await(() -> !ann.server().link().liveProperty().get());
  }

  private void comesBack() throws Exception {
    duo.server.restart();
    ann.inFront();
    Fx.run(() -> ann.server().link().act()); // "Try now": the wait may be long by then.
    Fx.await(() -> ann.server().link().liveProperty().get());
  }
}
