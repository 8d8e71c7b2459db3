package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.server.Browser;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desktop app, a browser on a computer and one on a phone, in one room. */
class BrowserJourneyTest {
  @TempDir Path folder;

  @Test
  void desktopComputerAndPhoneTalkInOneRoomAndSeeTheSame() throws Exception {
    try (Browser ben = Browser.open();
        Browser cleo = Browser.phone();
        ServerProcess server =
            ServerProcess.start(folder.resolve("server"), "--name", "Floor 2 office");
        Desk ann = Desk.open(folder.resolve("ann"))) {
      ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
      ben.logIn(server, "Ben Roth");
      cleo.logIn(server, "Cleo Hart");
      ann.say("**Good** morning");
      ben.awaitMessage("Good morning");
      cleo.awaitMessage("Good morning");
      cleo.send("Morning, @Ann Bell");
      ann.awaitText("Morning, ");
      ben.awaitMessage("Morning, @Ann Bell");
      ben.say("Here too");
      ann.awaitText("Here too");
      cleo.awaitMessage("Here too");

      ben.choose("Morning, @Ann Bell", "👍");
      Fx.await(() -> reactions(ann, "Morning, @Ann Bell") == 1);
      cleo.awaitThere(".chip[aria-label^='👍']");
      cleo.touch("Here too", "Reply");
      cleo.send("Good to hear");
      Fx.await(() -> message(ann, "Good to hear") != null);
      ann.say("Nobody needs this");
      cleo.awaitMessage("Nobody needs this");
      ann.choose(".row", "Nobody needs this", "Delete");
      ann.awaitText("Delete this message?");
      ann.push(KeyCode.ENTER);
      ben.awaitText("Message deleted");
      cleo.awaitText("Message deleted");

      List<String> order = List.of("Morning, @Ann Bell", "Here too", "Good to hear");
      assertThat(ben.bodies().subList(1, 4)).isEqualTo(order);
      assertThat(cleo.bodies()).isEqualTo(ben.bodies());
      assertThat(Fx.call(() -> bodies(ann)).subList(1, 4)).isEqualTo(order);
    }
  }

  private static List<String> bodies(Desk desk) {
    return messages(desk).stream()
        .filter(item -> !item.extras().deleted())
        .map(MessageItem::body)
        .toList();
  }

  private static int reactions(Desk desk, String text) {
    MessageItem item = message(desk, text);
    return item == null ? 0 : item.extras().reactions().size();
  }

  private static MessageItem message(Desk desk, String text) {
    return messages(desk).stream()
        .filter(item -> item.body().equals(text))
        .findFirst()
        .orElse(null);
  }

  private static List<MessageItem> messages(Desk desk) {
    return Trio.items(desk).stream()
        .filter(MessageItem.class::isInstance)
        .map(MessageItem.class::cast)
        .toList();
  }
}
