package chat.parley.desktop.viewmodel.text;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearableTest {
  private final RichTexts texts = new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));

  @ParameterizedTest
  @ValueSource(strings = {"שלום לכולם, see you at ten", "Crème brûlée", "ไม่เป็นไร", "é̂ twice"})
  void whatPeopleWriteIsShownAsItIs(String text) {
    assertThat(Bearable.end(text)).isEqualTo(text.length());
    assertThat(texts.read(text).cut()).isFalse();
    assertThat(Bearable.inLines(text)).isEqualTo(text);
  }

  @Test
  void ofManyMarksOnOneLetterSomeAreShown() {
    String heap = "e" + "\u0301".repeat(15_000);
    assertThat(Bearable.end(heap)).isLessThan(20);
    assertThat(texts.read(heap).cut()).isTrue();
    assertThat(PlainText.isPlain(heap)).isFalse();
  }

  @Test
  void ofManyLettersWithAMarkSomeAreShown() {
    String rows = "e\u0301".repeat(6_000);
    assertThat(Bearable.end(rows)).isBetween(1_000, 2_100);
    assertThat(texts.read("*" + rows + "*").cut()).isTrue();
  }

  @Test
  void ofALongTextFromTheRightTheBeginningIsShownAndAllOfItInShortLines() {
    String words = "שלום ".repeat(3_000);
    assertThat(Bearable.end(words)).isEqualTo(1_000);
    assertThat(Bearable.inLines(words).lines()).allMatch(line -> line.length() <= 200);
    assertThat(Bearable.inLines(words).replace("\n", "")).isEqualTo(words);
    assertThat(Bearable.end("x".repeat(16_000))).isEqualTo(16_000);
  }
}
