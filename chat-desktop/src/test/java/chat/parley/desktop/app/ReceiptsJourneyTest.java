package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.timeline.Receipt;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who does not want to tell how far they have read does not, until they do. */
class ReceiptsJourneyTest {
  @TempDir Path folder;

  @Test
  void whatISwitchOffInTheSettingsOthersDoNotSeeUntilItIsOnAgain() throws Exception {
    try (var duo = new Duo(folder)) {
      Desk ann = duo.ann;
      Desk ben = duo.ben;
      Duo.talkTo(ben, "Ann Bell");
      ben.say("Are you there?");
      ann.awaitText("Ben Roth");
      ben.inFront();
      Fx.await(() -> step(ben, "Are you there?") == Receipt.Step.DELIVERED);
      ben.awaitText("Delivered");

      turnReceipts(ann, false);
      ann.goTo("Ben Roth");
      duo.awaitBoth("Are you there?");
      Fx.await(() -> Duo.room(ann, "Ben Roth").unreadProperty().get() == 0);
      ann.say("Here");
      duo.awaitBoth("Here");
      assertThat(Fx.call(() -> step(ben, "Are you there?")))
          .as("nothing is told of what was read before the answer came")
          .isEqualTo(Receipt.Step.DELIVERED);
      assertThat(Fx.call(() -> message(ann, "Here").extras().receipt()))
          .as("and nothing is told to who does not tell")
          .isNull();
      ben.say("Good");
      duo.awaitBoth("Good");
      ann.say("Yes?");
      duo.awaitBoth("Yes?");
      assertThat(Fx.call(() -> step(ben, "Good"))).isEqualTo(Receipt.Step.SENT);
      ben.awaitText("Sent");

      turnReceipts(ann, true);
      ben.say("And now?");
      Fx.await(() -> step(ben, "And now?") == Receipt.Step.DELIVERED);
      ben.awaitText("Delivered");
      Sight.soon("seen", ann::inFront, () -> step(ben, "And now?") == Receipt.Step.SEEN);
      ben.awaitText("Seen");
      ann.say("Yes!");
      Fx.await(() -> step(ann, "Yes!") == Receipt.Step.DELIVERED);
      Sight.soon("seen", ben::inFront, () -> step(ann, "Yes!") == Receipt.Step.SEEN);
    }
  }

  @Test
  void inAGroupOneSeesWhoHasSeenItAndWhenAllHave() throws Exception {
    try (var duo = new Duo(folder);
        Desk cleo = Desk.open(folder.resolve("cleo"))) {
      cleo.logIn("Cleo Marsh", duo.address());
      Desk ann = duo.ann;
      Desk ben = duo.ben;
      ann.click("#new-direct");
      ann.awaitNode(".picker-field");
      pick(ann, "ben");
      pick(ann, "cleo");
      ann.push(KeyCode.ENTER);
      Fx.await(() -> ann.title().equals("Ben, Cleo"));
      ann.say("Who takes the keys?");
      Fx.await(() -> step(ann, "Who takes the keys?") == Receipt.Step.DELIVERED);
      ben.goTo("Ann, Cleo");
      Fx.await(() -> seenBy(ann).equals(List.of("Ben Roth")));
      ann.awaitText("Seen by Ben Roth");
      Sight.soon(
          "seen by the third",
          () -> cleo.goTo("Ann, Ben"),
          () -> step(ann, "Who takes the keys?") == Receipt.Step.SEEN);
      ann.awaitText("Seen by everybody");
    }
  }

  private static void pick(Desk desk, String name) {
    var search = desk.server().company().search();
    int before = Fx.call(() -> search.picked().size());
    desk.type(name);
    Fx.await(() -> search.found().size() == 1);
    desk.push(KeyCode.ENTER);
    Fx.await(() -> search.picked().size() == before + 1);
  }

  private static List<String> seenBy(Desk desk) {
    return message(desk, "Who takes the keys?").extras().receipt().seenBy();
  }

  private static void turnReceipts(Desk desk, boolean on) {
    desk.openSettings("what you have read");
    desk.click("#receipts");
    Fx.await(() -> desk.server().receipts().toldProperty().get() == on);
    desk.closeSettings();
  }

  /** On the FX thread; null while nothing is known. */
  private static Receipt.Step step(Desk desk, String text) {
    var said = message(desk, text);
    Receipt receipt = said == null ? null : said.extras().receipt();
    return receipt == null ? null : receipt.step();
  }
}
