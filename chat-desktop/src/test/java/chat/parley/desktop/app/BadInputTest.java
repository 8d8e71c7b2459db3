package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.protocol.Limits;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people paste by accident and what others send on purpose, between two real apps. */
class BadInputTest {
  private static final int MOST = Limits.DEFAULT.bodyChars();

  @TempDir Path folder;

  private ServerProcess server;
  private Desk ann;
  private Desk ben;

  @BeforeEach
  void open() throws Exception {
    server = ServerProcess.start(folder.resolve("server"), "--name", "Floor 2 office");
    ann = Desk.open(folder.resolve("ann"));
    ann.logIn("Ann Bell", address());
    ben = Desk.open(folder.resolve("ben"));
  }

  @AfterEach
  void close() {
    ann.close();
    ben.close();
    server.close();
  }

  @Test
  void whatIsTooLongIsNotSentAndStaysInTheField() {
    ben.logIn("Ben Roth", address());
    for (String text :
        List.of("x".repeat(65_536), "```\n" + "int a = 1;\n".repeat(10_000) + "```")) {
      paste(ann, text);
      ann.push(KeyCode.ENTER);
      ann.awaitText("too long");
      assertThat(Fx.call(() -> typed(ann))).hasSize(text.length());
      Fx.run(() -> ann.server().composer().textProperty().set(""));
    }
    ann.say("Sorry, that was my clipboard");
    ben.awaitText("Sorry, that was my clipboard");
    assertThat(messages(ben)).containsExactly("Sorry, that was my clipboard");
  }

  @Test
  void whatIsAllowedArrivesWholeAndLeavesTheAppsUsable() {
    ben.logIn("Ben Roth", address());
    List<String> texts =
        List.of(
            "```java\n" + "a;\n".repeat((MOST - 20) / 3) + "```",
            "👍🏽".repeat(500),
            "שלום \u202eabc\u202c e" + "\u0301\u0323\u0330".repeat(300) + " مرحبا بالعالم",
            "https://example.org/" + "a".repeat(Math.min(8_000, MOST - 20)),
            "\u200b\u200d\u2060 nothing to see \ufeff",
            "> ".repeat(200) + "deep",
            "**".repeat(500) + "_`" + "[".repeat(500));
    for (String text : texts) {
      paste(ann, text);
      ann.push(KeyCode.ENTER);
      Fx.await(() -> messages(ben).contains(text.strip()));
      ben.inFront();
      Fx.settle(ben.scene());
    }
    ben.say("Are you all right?");
    ann.awaitText("Are you all right?");
    assertThat(messages(ann)).hasSize(texts.size() + 1).isEqualTo(messages(ben));
  }

  @Test
  void namesThatCannotBeSeenOrLookLikeAnothersAreRefusedInOneSentence() {
    List<String> names =
        List.of(
            "\u200b\u200d\u2060",
            "\u202eBen",
            "x".repeat(10_000),
            "Ann\u200b Bell",
            "\u0410nn Bell"); // a Cyrillic first letter
    for (String name : names) {
      ben.tryToLogIn(name, address());
      Fx.await(() -> !problem(ben).isEmpty());
      assertThat(Fx.call(() -> problem(ben))).endsWith(".").doesNotContain("Exception");
      assertThat(Fx.call(() -> ben.server() == null)).as(name).isTrue();
      ben.fill("#login-name", "");
    }
    ben.tryToLogIn("Ben Roth", address());
    ben.awaitNode("#composer");
  }

  private static String problem(Desk desk) {
    return Stream.of(".field-problem", ".login-problem")
        .flatMap(selector -> desk.scene().getRoot().lookupAll(selector).stream())
        .filter(Node::isVisible)
        .map(node -> ((Label) node).getText())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void paste(Desk desk, String text) {
    desk.click("#composer");
    Fx.run(
        () -> {
          var content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
    desk.push(KeyCode.SHORTCUT, KeyCode.V);
    Fx.await(() -> typed(desk).length() == text.length());
  }

  /** On the FX thread. */
  private static String typed(Desk desk) {
    return ((TextInputControl) desk.scene().getRoot().lookup("#composer")).getText();
  }

  private static List<String> messages(Desk desk) {
    return Trio.items(desk).stream()
        .filter(MessageItem.class::isInstance)
        .map(item -> ((MessageItem) item).body())
        .toList();
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }
}
