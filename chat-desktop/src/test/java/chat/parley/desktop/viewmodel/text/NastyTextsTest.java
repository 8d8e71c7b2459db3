package chat.parley.desktop.viewmodel.text;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that somebody sends who wants to see an app stand still. */
class NastyTextsTest {
  /** As long as a server lets a message be, times four. */
  private static final int LENGTH = 65_536;

  private static final long MOST_MILLIS = 1_000;

  private static final String LETTERS = "abcXYZ äöüéñ,;!?()'\"%$";

  private static final List<String> PARTS =
      List.of(
          "*",
          "**",
          "_",
          "`",
          "```",
          "~~",
          "\n",
          "\n\n",
          "> ",
          "- ",
          "1. ",
          "# ",
          "[",
          "](",
          ")",
          "<",
          ">",
          "http://a.b",
          "@Ana",
          "@Bruno Silva",
          "@x",
          "@-",
          "😀",
          "👍🏽",
          "ب",
          "\u0301",
          "\u200b",
          "\\",
          "&",
          " ",
          "word",
          "\t",
          "\ud83d",
          "：",
          "＠Ana",
          ":smile:",
          "[a]: b",
          "===",
          "<!--");

  private final Random random = new Random(5);
  private final RichTexts texts = new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ",
        "- ",
        "* a **a ",
        "[",
        "[a](",
        "![[",
        "**x ",
        "_a_ *",
        "`a``b```c",
        "~~",
        "<a ",
        "<!-- ",
        "&amp;",
        "\\",
        "www.",
        "http://",
        "a@b.",
        "a@",
        "@Ana ",
        "😀",
        "🏳️‍🌈",
        "\u200d",
        "\ufe0f",
        "e\u0301\u0301",
        "مرحبا ",
        "\u202e",
        "1. ",
        "# ",
        "```\n",
        "\n",
        "- a\n",
        "> a\n",
        "---\n",
        "[a]: b\n",
        "a\n===\n",
        "|",
        "(",
        "]](",
        "*_",
        "***",
        "a*",
        "\t- ",
        "0",
        "://",
        "👩‍"
      })
  void noTextTakesLongOrThrows(String piece) {
    String body = piece.repeat(LENGTH / piece.length());
    long start = cpuMillis();
    RichText read = texts.read(body);
    assertThat(cpuMillis() - start).as("milliseconds").isLessThan(MOST_MILLIS);
    assertThat(depth(read.blocks())).isLessThan(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {":", "`", "`a", ":a", "```\n", "``` ", "\n```", ":+1:", ":a:b"})
  void namingEmojiTakesNoTimeEither(String piece) {
    String body = piece.repeat(LENGTH / piece.length());
    EmojiModel emoji = new EmojiModel(EmojiCatalog.bundled(), new FakePreferences());
    long start = cpuMillis();
    assertThat(emoji.withEmoji(body)).isNotNull();
    assertThat(cpuMillis() - start).as("milliseconds").isLessThan(MOST_MILLIS);
  }

  @Test
  void anythingCanBeRead() {
    for (int i = 0; i < 3_000; i++) {
      String body = mixture();
      RichText read = texts.read(body);
      assertThat(read.blocks().size()).as(body).isLessThan(200);
      assertThat(texts.read(body)).as(body).isEqualTo(read);
    }
  }

  @Test
  void whatHasNoMarksIsShownToTheLastCharacter() {
    for (int i = 0; i < 1_000; i++) {
      StringBuilder body = new StringBuilder("a");
      for (int n = random.nextInt(200); n > 0; n--) {
        body.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      assertThat(texts.read(body.toString()).blocks())
          .isEqualTo(
              List.of(
                  new Block.Paragraph(List.of(new Inline.Words(body.toString(), Style.PLAIN)))));
    }
  }

  @Test
  void callsByNameLoseNoCharacter() {
    MentionNames names = new MentionNames("Ana", List.of("Bruno Silva", "x", "-"));
    for (int i = 0; i < 1_000; i++) {
      String body = mixture();
      StringBuilder joined = new StringBuilder();
      names.split(body).forEach(part -> joined.append(part.text()));
      assertThat(joined.toString()).isEqualTo(body);
    }
  }

  private String mixture() {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(60); n > 0; n--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  private static int depth(List<Block> blocks) {
    int deepest = 0;
    for (Block block : blocks) {
      int inside =
          switch (block) {
            case Block.Quote(List<Block> quoted) -> depth(quoted);
            case Block.Items(List<Block.Item> items) ->
                items.stream().mapToInt(item -> depth(item.blocks())).max().orElse(0);
            case Block.Paragraph _, Block.Heading _, Block.CodeBlock _, Block.Rule _ -> 0;
          };
      deepest = Math.max(deepest, 1 + inside);
    }
    return deepest;
  }

  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }
}
