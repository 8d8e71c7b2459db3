package chat.parley.desktop.viewmodel.text;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextsTest {
  private final RichTexts texts = new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain words                     | p[plain words]
          **bold** and *italic*           | p[b(bold), and ,i(italic)]
          **bold _and more_**             | p[b(bold ),bi(and more)]
          ~~gone~~ stays                  | p[s(gone), stays]
          a `code * x` b                  | p[a ,`code * x`, b]
          # Title                         | h1[Title]
          #5 is not one                   | p[#5 is not one]
          > said                          | q{p[said]}
          - one\\n- two                   | l{•p[one] •p[two]}
          3. three\\n4. four              | l{3.p[three] 4.p[four]}
          - a\\n  - b                     | l{•p[a]l{•p[b]}}
          - one\\n\\nafter it             | l{•p[one]}p[after it]
          > said\\nanswer\\nmore           | q{p[said]}p[answer\\nmore]
          > said\\n> more                  | q{p[said\\nmore]}
          > said\\n- one                   | q{p[said]}l{•p[one]}
          - one\\n  still one\\nafter it   | l{•p[one\\nstill one]}p[after it]
          - a\\n  - b\\nafter both         | l{•p[a]l{•p[b]}}p[after both]
          - one\\n> said                   | l{•p[one]}q{p[said]}
          - one\\nafter it\\n- two          | l{•p[one]}p[after it]l{•p[two]}
          ---                             | rule
          ```sql\\nselect 1\\n```         | code(sql)[select 1]
          ```\\nnever closed              | code()[never closed]
          one\\ntwo                       | p[one\\ntwo]
          one\\n\\n*two*                  | p[one]p[i(two)]
          title\\n===                     | p[title]p[===]
          title\\n---                     | p[title]rule
          <b>not bold</b>                 | p[<b>not bold</b>]
          <div>\\n*x*                     | p[<div>\\n,i(x)]
          &amp; &nbsp;_                   | p[&amp; &nbsp;_]
          \\\\\\\\office-pc\\\\tools_      | p[\\\\\\\\office-pc\\\\tools_]
          \\*not italic\\*            | p[*not italic*]
          *open and **open                | p[*open and **open]
          2 * 3 * 4 = 24                  | p[2 * 3 * 4 = 24]
          snake_case_name                 | p[snake_case_name]
          [note]: it is said              | p[[note]: it is said]
          """)
  void markdownIsReadAsPeopleInAChatMeanIt(String written, String expected) {
    checkRead(written.replace("\\n", "\n"), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see https://office-pc/wiki now       | p[see ,<https://office-pc/wiki → https://office-pc/wiki>, now]
          www.example.com                      | p[<http://www.example.com → www.example.com>]
          write to it@example.com              | p[write to ,<mailto:it@example.com → it@example.com>]
          [here](https://example.com/a)        | p[<https://example.com/a → here>]
          [**bold** link](http://example.com)  | p[<http://example.com → b(bold)>,<http://example.com →  link>]
          [click](javascript:alert(1))         | p[click (javascript:alert(1))]
          [file](file:///etc/passwd)           | p[file (file:///etc/passwd)]
          go to parley://pc:7070/r-1, please   | p[go to ,<parley://pc:7070/r-1 → parley://pc:7070/r-1>,, please]
          [that](parley://pc/r-1/41)           | p[<parley://pc/r-1/41 → that>]
          parley://pc/                         | p[parley://pc/]
          ![plan](https://office-pc/plan.png)  | p[<https://office-pc/plan.png → plan>]
          """)
  void onlyPagesMailAndRoomsAreLinks(String written, String expected) {
    checkRead(written, expected);
  }

  @Test
  void indentedLinesKeepTheirSpacesAndAreNoCode() {
    checkRead("def f():\n    return *x*\n", "p[def f():\\n    return ,i(x)]");
  }

  @Test
  void aLinkOfEightThousandCharactersIsShownShortAndLeadsToAllOfIt() {
    String address = "https://example.com/?q=" + "x".repeat(8_000);
    Block.Paragraph paragraph = (Block.Paragraph) texts.read("see " + address).blocks().getFirst();
    Inline.Words link = (Inline.Words) paragraph.inlines().get(1);
    assertThat(link.style().link()).isEqualTo(address);
    assertThat(link.text()).startsWith("https://example.com/?q=x").hasSizeLessThan(110);
  }

  @Test
  void emojiArePiecesOfTheirOwn() {
    checkRead("ship it 🚀 **now 👍🏽**", "p[ship it ,:🚀:, ,b(now ),b:👍🏽:]");
    checkRead("`no 🚀 in code`", "p[`no 🚀 in code`]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"🎉", "👍🏽 👩‍💻 🏳️‍🌈", " 🎉\n🎉 "})
  void oneToThreeEmojiByThemselvesAreLarge(String body) {
    assertThat(texts.read(body).emojiOnly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"🎉 !", "🎉🎉🎉🎉", "", "- 🎉", "`🎉`", "plain"})
  void otherTextsAreNot(String body) {
    assertThat(texts.read(body).emojiOnly()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Good morning", "10:30, and a # in it", "yes - no", "a\nb", "1 of 2.", "@Ana hi"})
  void whatIsNotMarkedIsShownAsItIsWithoutReadingItAsMarkdown(String body) {
    assertThat(PlainText.isPlain(body)).isTrue();
    checkRead(body, "p[" + body.replace("\n", "\\n") + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a*b", "- x", "  - x", "> x", "1. x", "12) x", "http://x", "a@b.de", "🎉"})
  void whatMayBeMarkedIsRead(String body) {
    assertThat(PlainText.isPlain(body)).isFalse();
  }

  @Test
  void theSameTextIsReadOnce() {
    assertThat(texts.read("*a*")).isSameAs(texts.read("*a*"));
  }

  private void checkRead(String written, String expected) {
    assertThat(Spelled.out(texts.read(written).blocks())).isEqualTo(expected);
  }

  /** Blocks in one line. */
  private static final class Spelled {
    static String out(List<Block> blocks) {
      return String.join("", blocks.stream().map(Spelled::out).toList());
    }

    private static String out(Block block) {
      return switch (block) {
        case Block.Paragraph(List<Inline> inlines) -> "p[" + inlines(inlines) + "]";
        case Block.Heading(int level, List<Inline> inlines) ->
            "h" + level + "[" + inlines(inlines) + "]";
        case Block.CodeBlock(String language, String text) ->
            "code(" + language + ")[" + text + "]";
        case Block.Quote(List<Block> blocks) -> "q{" + out(blocks) + "}";
        case Block.Items(List<Block.Item> items) ->
            "l{"
                + String.join(
                    " ", items.stream().map(item -> item.marker() + out(item.blocks())).toList())
                + "}";
        case Block.Rule() -> "rule";
      };
    }

    private static String inlines(List<Inline> inlines) {
      return String.join(",", inlines.stream().map(Spelled::inline).toList());
    }

    private static String inline(Inline inline) {
      String marks =
          (inline.style().bold() ? "b" : "")
              + (inline.style().italic() ? "i" : "")
              + (inline.style().struck() ? "s" : "");
      String text =
          switch (inline) {
            case Inline.Words(String words, Style _) ->
                marks.isEmpty() ? words : marks + "(" + words + ")";
            case Inline.Sign(String emoji, Style _) -> marks + ":" + emoji + ":";
            case Inline.Code(String code, Style _) -> "`" + code + "`";
          };
      String link = inline.style().link();
      return (link.isEmpty() ? text : "<" + link + " → " + text + ">").replace("\n", "\\n");
    }
  }
}
