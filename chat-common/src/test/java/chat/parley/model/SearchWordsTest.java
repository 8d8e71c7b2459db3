package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
  @ParameterizedTest
  @CsvSource({
    "barcode, The Barcode reader",
    "192.168, it is at 192.168.7.20 now",
    "168.7, it is at 192.168.7.20 now",
    "11-a, part 4711-A",
    "語の, 日本語の文章です",
    "쓰기, 한국어 쓰기",
    "strasse, Lange Straße 5",
    "straße, LANGE STRASSE 5",
    "muller, Frau Müller",
    "Müller, FRAU MULLER",
    "odysseus, no ODYSSEUS here",
    "ΟΔΥΣΣΕΥΣ, ο οδυσσευς",
    "ёж, ЕЖ",
    "ﬁle, a file",
    "😀, so 😀 glad",
    "reader the, The Barcode reader",
    "'\"code read\"', The Barcode reader",
    "'\"code read', The Barcode reader",
  })
  void find(String query, String text) {
    assertThat(SearchWords.of(query).areIn(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "barcodes, The Barcode reader",
    "barcode tea, The Barcode reader",
    "'\"reader the\"', The Barcode reader",
    "1921687, it is at 192.168.7.20 now",
  })
  void doNotFind(String query, String text) {
    assertThat(SearchWords.of(query).areIn(text)).isFalse();
  }

  @Test
  void areParted() {
    assertThat(SearchWords.of("  one \t \"two  three\" ONE \"\" fo\"u r\"").words())
        .containsExactly("one", "two  three", "fo", "u r");
    assertThat(SearchWords.of(" \" \" ").isEmpty()).isTrue();
    assertThat(SearchWords.of("a b c d e f g h i j k l m n o p q r s t").words()).hasSize(16);
  }

  @ParameterizedTest
  @CsvSource({
    "bar code, a bar of Barcode, bar|Barcode",
    "strasse, die Straße, Straße",
    "sse, die Straße, ße",
    "muller, Mu\u0308ller!, Mu\u0308ller",
    "ﬁ, ﬁnd it, ﬁ",
    "i, ﬁnd it, ﬁ|i",
    "aa, baaab, aaa",
    "😀, x😀y, 😀",
    "none, of this, ",
  })
  void standWhereTheyAreSeen(String query, String text, String seen) {
    List<String> found =
        SearchWords.of(query).spansIn(text).stream()
            .map(span -> text.substring(span.start(), span.end()))
            .toList();
    assertThat(String.join("|", found)).isEqualTo(seen == null ? "" : seen);
  }

  @Property
  void aPieceOfATextIsFoundInIt(
      @ForAll @StringLength(max = 60) String before,
      @ForAll @StringLength(min = 1, max = 20) String piece,
      @ForAll @StringLength(max = 60) String after) {
    SearchWords words = new SearchWords(List.of(SearchWords.fold(piece)));
    if (!words.words().getFirst().isEmpty()) {
      String text = before + "\n" + piece + "\n" + after;
      assertThat(words.areIn(text)).isTrue();
      assertThat(words.spansIn(text)).isNotEmpty();
    }
  }

  @Test
  void noCharacterFoldsToOneThatFoldsFurther() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String once = SearchWords.fold(Character.toString(codePoint));
      assertThat(SearchWords.fold(once)).as("U+%04X", codePoint).isEqualTo(once);
    }
  }

  @Property
  void foldingTwiceChangesNothing(@ForAll @StringLength(max = 80) String text) {
    String once = SearchWords.fold(text);
    assertThat(SearchWords.fold(once)).isEqualTo(once);
  }
}
