package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String HEX =
      "00ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e";

  @Test
  void wordsStandForTheFirstEightBytes() {
    List<String> words = PlainWords.all();
    assertThat(new Fingerprint(HEX).words().split(" "))
        .containsExactly(
            words.get(0),
            words.get(255),
            words.get(1),
            words.get(2),
            words.get(3),
            words.get(4),
            words.get(5),
            words.get(6));
  }

  @Test
  void thereIsAnotherShortWordForEachByte() {
    List<String> words = PlainWords.all();
    assertThat(words)
        .hasSize(256)
        .doesNotHaveDuplicates()
        .allMatch(w -> w.matches("[a-z]{4,9}|fox"));
    for (String word : words) {
      for (String other : words) {
        assertThat(
                word.length() == other.length()
                    && !word.equals(other)
                    && differing(word, other) < 2)
            .as("%s and %s sound alike", word, other)
            .isFalse();
      }
    }
  }

  @Test
  void theWordsStayWhatTheyAre() {
    assertThat(PlainWords.all().hashCode())
        .as("people compare what an old and a new version show")
        .isEqualTo(-572647730);
  }

  @Test
  void whatPeopleCopyIsRead() {
    String colons = HEX.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    assertThat(Fingerprint.parse(" " + colons + "\n")).contains(new Fingerprint(HEX));
    assertThat(Fingerprint.parse(HEX.substring(1))).isEmpty();
    assertThat(Fingerprint.parse(HEX.replace('0', 'g'))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint(HEX.replace('f', 'F')));
  }

  private static int differing(String one, String other) {
    int count = 0;
    for (int i = 0; i < one.length(); i++) {
      count += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return count;
  }
}
