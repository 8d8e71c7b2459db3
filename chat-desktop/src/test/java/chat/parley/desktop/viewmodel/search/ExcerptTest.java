package chat.parley.desktop.viewmodel.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import chat.parley.desktop.viewmodel.text.RichTexts;
import chat.parley.model.SearchWords;
import chat.parley.model.SearchWords.Span;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private final RichTexts texts = new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));

  @Test
  void aShortTextIsWholeAndInOneLine() {
    Excerpt excerpt = Excerpt.of("The Barcode\nis 4711", SearchWords.of("barcode 71"));
    assertThat(excerpt.text()).isEqualTo("The Barcode is 4711");
    assertThat(excerpt.marks()).containsExactly(new Span(4, 11), new Span(16, 18));
  }

  @Test
  void aLongTextIsCutAroundTheFirstWordThatWasFound() {
    String text = "before ".repeat(100) + "needle" + " behind".repeat(100);
    Excerpt excerpt = Excerpt.of(text, SearchWords.of("needle"));
    assertThat(excerpt.text()).startsWith("…before").endsWith("…").hasSizeLessThan(300);
    Span mark = excerpt.marks().getFirst();
    assertThat(excerpt.text().substring(mark.start(), mark.end())).isEqualTo("needle");
  }

  @Test
  void ofAMessageWhatIsReadIsShownAndNotTheMarksItWasWrittenWith() {
    Excerpt excerpt =
        Excerpt.ofMessage(
            "> no\n\n**Barcode** of `box`, ~~old~~ [label](https://labels.example) 🎉",
            SearchWords.of("barcode label"),
            texts);
    assertThat(excerpt.text()).isEqualTo("no Barcode of box, old label 🎉");
    assertThat(excerpt.marks()).containsExactly(new Span(3, 10), new Span(23, 28));
    assertThat(Excerpt.ofMessage("```java\nint box;\n```", SearchWords.of("box"), texts).text())
        .isEqualTo("int box;");
  }

  @Test
  void whereTheWordIsInTheMarksOnlyTheyAreShown() {
    String body = "[label](https://shelves.example)";
    assertThat(Excerpt.ofMessage(body, SearchWords.of("shelves"), texts).text()).isEqualTo(body);
  }

  @Test
  void lettersOfTwoHalvesAreNeverCut() {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String text = "x".repeat(random.nextInt(300)) + "🎉".repeat(random.nextInt(400)) + "ab";
      String cut = Excerpt.of(text, SearchWords.of(i % 2 == 0 ? "ab" : "🎉")).text();
      assertThat(
              new String(
                  cut.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo(cut);
    }
  }
}
