package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.view.body.BodyContext;
import chat.parley.desktop.view.body.MessageBody;
import chat.parley.desktop.view.emoji.EmojiView;
import chat.parley.desktop.view.look.Look;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.desktop.viewmodel.text.RichTexts;
import chat.parley.desktop.viewmodel.text.RoomNames;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBodyTest {
  private static final double WIDTH = 760;

  /** Two frames: nobody sees less. */
  private static final double SHOWN_MS = 33;

  private final List<String> opened = new ArrayList<>();
  private final List<String> copied = new ArrayList<>();
  private final MessageBody body =
      Fx.call(
          () ->
              new MessageBody(
                  new BodyContext(
                      new RichTexts(new EmojiScanner(EmojiCatalog.bundled())),
                      opened::add,
                      copied::add)));
  private final Scene scene =
      Fx.call(
          () -> {
            Scene made = new Scene(new VBox(body), WIDTH, 600);
            var settings = new SettingsModel(new FakePreferences());
            settings.themeProperty().set(Theme.LIGHT);
            Look.follow(made, settings);
            return made;
          });

  @Test
  void aPlainLineIsOneTextThatIsUsedAgain() {
    show("Good morning");
    Node text = texts().getFirst();
    show("*Good* morning");
    show("Good evening");
    assertThat(texts()).containsExactly(text);
    assertThat(((Text) text).getText()).isEqualTo("Good evening");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one",
        "one `code` two",
        "now 🎉 😀",
        "**b** _i_ ~~s~~",
        "@Bruno `x`",
        "http://a.b"
      })
  void aLineTakes20WhateverIsInIt(String line) {
    show(line);
    assertThat(height()).isBetween(20.0, 21.0);
    show(line + "\n" + line);
    assertThat(height()).isBetween(40.0, 42.0);
  }

  @Test
  void aClickOnALinkOpensItAndSoDoesEnter() {
    show("see https://office-pc/wiki and [here](https://example.com/" + "x".repeat(8_000) + ")");
    List<Node> links = List.copyOf(body.lookupAll(".message-link"));
    Fx.run(
        () -> {
          links.get(0).fireEvent(click());
          links.get(1).fireEvent(key(KeyCode.ENTER));
        });
    assertThat(opened)
        .containsExactly("https://office-pc/wiki", "https://example.com/" + "x".repeat(8_000));
  }

  @Test
  void linksAndButtonsAreReachedByTabOnlyInTheRowTheKeyboardIsOn() {
    show("https://a.example\n```\ncode\n```");
    assertThat(reachable()).isZero();
    Fx.run(() -> body.setReachable(true));
    assertThat(reachable()).isEqualTo(2);
    Fx.run(() -> body.setReachable(false));
    assertThat(reachable()).isZero();
  }

  @Test
  void aRoomIsNamedByALinkButNotInCode() {
    var rooms = new RoomNames(Map.of("general", "parley://office/r-general"), () -> {});
    var named = new MentionNames("Ana", List.of("Bruno"), rooms);
    Fx.run(() -> body.show("@Bruno: ask in #general, not `#general` nor #generals", named));
    List<Node> links = List.copyOf(body.lookupAll(".message-link"));
    assertThat(links).extracting(node -> ((Text) node).getText()).containsExactly("#general");
    Fx.run(() -> body.setReachable(true));
    assertThat(reachable()).isEqualTo(1);
    Fx.run(
        () -> {
          links.getFirst().fireEvent(click());
          links.getFirst().fireEvent(key(KeyCode.ENTER));
        });
    assertThat(opened).containsExactly("parley://office/r-general", "parley://office/r-general");
  }

  @Test
  void codeIsCopiedWhole() {
    String code = "int i;\n".repeat(50) + "int j;";
    show("```java\n" + code + "\n```");
    Fx.run(() -> ((Button) body.lookup(".copy-code")).fire());
    assertThat(copied).containsExactly(code);
  }

  @Test
  void tenThousandLinesOfCodeShowTwentyAndThenAllInAListThatHoldsUpNobody() {
    double beginning = show("```java\n" + "int i = 1; // one\n".repeat(10_000) + "```");
    assertThat(button().getText()).isEqualTo("Show all 10,000 lines");
    assertThat(height()).isLessThan(500);
    double all =
        Fx.call(
            () -> {
              long start = cpuNanos();
              button().fire();
              Fx.layOut(scene);
              return (cpuNanos() - start) / 1e6;
            });
    System.out.printf("10,000 lines of code: 20 in %.1f ms, all in %.1f ms%n", beginning, all);
    assertThat(((ListView<?>) body.lookup(".lines-view")).getItems()).hasSize(10_000);
    assertThat(body.lookupAll(".code").size()).isLessThan(600);
    Fx.run(() -> button().fire());
    assertThat(body.lookup(".lines-view")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\n", "- item\n", "> quote\n\n", "**b** ", "# h\n", "`c` ", "a\n\n"})
  void whateverThereIsTooMuchOfIsCutAndAllOfItCanBeSeen(String piece) {
    show(piece.repeat(5_000));
    assertThat(body.lookupAll("*").size()).isLessThan(3_000);
    Fx.run(() -> button().fire());
    Fx.settle(scene);
    assertThat(body.lookup(".lines-view")).isNotNull();
  }

  @Test
  void fiveHundredEmojiAreShownAndQuick() {
    show("😀😃 ".repeat(4));
    double millis = show("😀😃😄😁😆".repeat(100));
    System.out.printf("500 emoji in %.1f ms%n", millis);
    assertThat(body.lookupAll(".emoji")).hasSize(500);
    Fx.await(() -> body.lookupAll(".emoji").stream().allMatch(e -> ((EmojiView) e).isLoaded()));
    assertThat(((EmojiView) body.lookup(".emoji")).getAccessibleText()).isEqualTo("grinning face");
  }

  @Test
  void showingAUsualMessageTakesNoFrame() {
    String message =
        "The **main** switch goes down at `22:00`, see https://office-pc/wiki\n- a\n- b";
    for (int i = 0; i < 200; i++) {
      show(message + i);
    }
    double millis = 0;
    for (int i = 0; i < 100; i++) {
      millis += show(message + "," + i) / 100;
    }
    System.out.printf("a message with marks, shown and laid out: %.2f ms%n", millis);
    assertThat(millis).isLessThan(SHOWN_MS);
  }

  @Test
  void anyMixtureIsLaidOutInAnyWidth() {
    List<String> parts =
        List.of(
            "مرحبا ",
            "כיתה",
            "`قهوة`",
            "**ب**",
            "_x_",
            "\n",
            "- ",
            "> ",
            "😀",
            "\u0301",
            "\u200b",
            "```\nمرحبا\n```\n",
            "http://a.b/ב ",
            "@Bruno ",
            "漢",
            "word ",
            "\u202e",
            "🏳️‍🌈",
            "1. ");
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(80); n >= 0; n--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      double width = 200 + random.nextInt(500);
      Fx.run(
          () -> {
            body.show(text.toString(), names());
            body.applyCss();
            body.resize(width, body.prefHeight(width));
            body.layout();
          });
      assertThat(body.getHeight()).as(text.toString()).isPositive();
    }
  }

  private MentionNames names() {
    return new MentionNames("Ana", List.of("Bruno"));
  }

  /** Answers the milliseconds it took the FX thread. */
  private double show(String text) {
    MentionNames names = names();
    return Fx.call(
        () -> {
          long start = cpuNanos();
          body.show(text, names);
          Fx.layOut(scene);
          return (cpuNanos() - start) / 1e6;
        });
  }

  private double height() {
    return Fx.call(() -> Math.ceil(body.prefHeight(WIDTH)));
  }

  private List<Node> texts() {
    return List.copyOf(((TextFlow) body.getChildren().getFirst()).getChildren());
  }

  private Button button() {
    return (Button) body.lookup(".link-button");
  }

  private long reachable() {
    return Fx.call(() -> body.lookupAll("*").stream().filter(Node::isFocusTraversable).count());
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static KeyEvent key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private static MouseEvent click() {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        1,
        1,
        1,
        1,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }
}
