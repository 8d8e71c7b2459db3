package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.RoomId;
import chat.parley.protocol.Limits;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people paste by accident and what others send on purpose, between two real apps. */
class BadInputTest {
  private static final int MOST = Limits.DEFAULT.bodyChars();
  private static final String TOO_LONG = "x".repeat(65_536);

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
    var live = new CopyOnWriteArrayList<Boolean>();
    Fx.run(() -> ann.server().link().liveProperty().subscribe(now -> live.add(now)));
    RoomId lobby = Fx.call(() -> ann.server().rooms().selectedProperty().get().id());
    for (String text :
        List.of("x".repeat(65_536), "```\n" + "int a = 1;\n".repeat(10_000) + "```")) {
      paste(ann, text);
      ann.push(KeyCode.ENTER);
      ann.awaitText("too long");
      assertThat(Fx.call(() -> typed(ann))).hasSize(text.length());
      Fx.await(() -> ann.server().keeps().draft(lobby).text().equals(text));
      ben.say("Do you hear me?");
      Fx.await(() -> messages(ann).contains("Do you hear me?"));
      Fx.run(() -> ann.server().composer().textProperty().set(""));
    }
    ann.say("Sorry, that was my clipboard");
    ben.awaitText("Sorry, that was my clipboard");
    assertThat(messages(ben))
        .containsExactly("Do you hear me?", "Do you hear me?", "Sorry, that was my clipboard");
    assertThat(live).as("the line is there all the time").doesNotContain(false);
  }

  @Test
  void whatIsTooLongChangesNoMessageAndAnswersNone() {
    ben.logIn("Ben Roth", address());
    ann.say("Good mroning");
    Fx.await(() -> messages(ben).contains("Good mroning"));
    ann.click("#composer");
    ann.push(KeyCode.UP);
    ann.awaitText("Editing");
    refuses("#composer");
    ann.type("Good morning");
    ann.push(KeyCode.ENTER);
    Fx.await(() -> messages(ben).contains("Good morning"));

    ann.chooseAt("Good morning", "Reply in thread");
    ann.awaitNode("#thread-composer");
    refuses("#thread-composer");
    ann.type("To you too");
    ann.push(KeyCode.ENTER);
    ben.awaitText("To you too");
    assertThat(messages(ben)).containsExactly("Good morning");
  }

  /** Pastes far too much, tries to send it, and leaves the field with all of it selected. */
  private void refuses(String selector) {
    ann.click(selector);
    ann.push(KeyCode.SHORTCUT, KeyCode.A);
    copy(TOO_LONG);
    ann.push(KeyCode.SHORTCUT, KeyCode.V);
    Fx.await(() -> field(ann.scene(), selector).getLength() == TOO_LONG.length());
    ann.push(KeyCode.ENTER);
    ann.awaitText("too long");
    assertThat(Fx.call(() -> field(ann.scene(), selector).getText())).isEqualTo(TOO_LONG);
    ann.push(KeyCode.SHORTCUT, KeyCode.A);
  }

  @Test
  void whatIsTooLongIsNotSentFromTheWindowOfARoomEither() {
    ben.logIn("Ben Roth", address());
    ann.choose(".room-row", "lobby", "Open in own window");
    Fx.await(() -> ownWindow() != null && field(ownWindow(), "#composer") != null);
    Scene window = Fx.call(this::ownWindow);
    TextInputControl field = Fx.call(() -> field(window, "#composer"));
    copy(TOO_LONG);
    Fx.run(
        () -> {
          field.requestFocus();
          field.paste();
        });
    Fx.await(() -> field.getLength() == TOO_LONG.length());
    Fx.run(() -> Fx.press(window, KeyCode.ENTER));
    Fx.await(() -> Desk.hasText(window.getRoot(), "too long"));
    assertThat(Fx.<String>call(field::getText)).isEqualTo(TOO_LONG);
    Fx.run(() -> field.setText("Sorry, that was my clipboard"));
    Fx.run(() -> Fx.press(window, KeyCode.ENTER));
    Fx.await(() -> messages(ben).contains("Sorry, that was my clipboard"));
    assertThat(messages(ben)).hasSize(1);
    Fx.run(() -> window.getWindow().hide());
  }

  /** The one beside Ann's; on the FX thread. */
  private Scene ownWindow() {
    return Window.getWindows().stream()
        .filter(one -> one instanceof Stage && one != ann.stage() && one != ben.stage())
        .map(Window::getScene)
        .findFirst()
        .orElse(null);
  }

  @Test
  void aStatusOrARoomThatCannotBeSeenOrTurnsTheLineIsRefusedInOneSentence() {
    ann.click("#me");
    ann.click(".me-menu .line-button", "Set a status");
    ann.awaitNode("#status-text");
    saysOfStatus("\u200b\u200d\u2060", "A status needs a text or an emoji.");
    saysOfStatus("\u202elunch", "A status is one line without control characters.");
    ann.push(KeyCode.ESCAPE);
    assertThat(Fx.call(() -> ann.server().company().status().statusProperty().get() == null))
        .isTrue();

    ann.click("#add-room");
    ann.awaitNode(".add-room .text-field");
    saysOfRoom("\u200b\u200d\u2060", "A room name needs at least one letter or digit.");
    saysOfRoom("kit\u200bchen", "A room name can have letters");
    saysOfRoom("\u202ekitchen", "A room name can have letters");
    saysOfRoom("x".repeat(10_000), "That room name is too long");
    ann.push(KeyCode.ESCAPE);
    assertThat(Fx.call(() -> ann.server().rooms().items().size())).isEqualTo(1);
  }

  private void saysOfStatus(String text, String sentence) {
    ann.fill("#status-text", text);
    ann.push(KeyCode.ENTER);
    ann.awaitText(sentence);
  }

  private void saysOfRoom(String name, String sentence) {
    ann.fill(".add-room .text-field", name);
    ann.push(KeyCode.ENTER);
    ann.awaitText(sentence);
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

  @Test
  void nonsenseInPlaceOfAnAddressIsRefusedInOneSentence() {
    List<String> nonsense =
        List.of(
            "office pc here",
            "host:99999",
            "http://host:7070/a/path",
            "ftp://host",
            "\u0645\u0631\u062d\u0628\u0627 \ud83c\udf89",
            "\u200b",
            "x".repeat(10_000),
            "parley://");
    var said = new CopyOnWriteArrayList<String>();
    Fx.run(() -> ben.model().login().problemProperty().addListener((_, _, now) -> said.add(now)));
    for (String address : nonsense) {
      said.clear();
      ben.tryToLogIn("Ben Roth", address);
      Fx.await(() -> !said.isEmpty() && !said.getLast().isEmpty());
      assertThat(Fx.call(() -> problem(ben)))
          .as(address)
          .isEqualTo(said.getLast())
          .endsWith(".")
          .doesNotContain("Exception", "\n")
          .hasSizeLessThan(200);
      assertThat(Fx.call(() -> ben.server() == null)).as(address).isTrue();
    }
    ben.logIn("Ben Roth", address());
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
    copy(text);
    desk.push(KeyCode.SHORTCUT, KeyCode.V);
    Fx.await(() -> typed(desk).length() == text.length());
  }

  private static void copy(String text) {
    Fx.run(
        () -> {
          var content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  /** On the FX thread, as the next. */
  private static String typed(Desk desk) {
    return field(desk.scene(), "#composer").getText();
  }

  private static TextInputControl field(Scene scene, String selector) {
    return (TextInputControl) scene.getRoot().lookup(selector);
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
