package chat.parley.desktop.viewmodel.switcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class FuzzyTest {
  @Test
  void whatPeopleTypeFindsWhatTheyMean() {
    checkBest("gen", "general", "general", "engineering", "urgent news");
    checkBest("of2", "office 2", "office 2", "office 12", "fully offline 2");
    checkBest("ao", "Ana Okafor", "Ana Okafor", "Marco", "canteen orders");
    checkBest("oder", "Jörg Öder", "Jörg Öder", "orders");
    checkBest("design", "design", "redesign", "design", "design review");
    checkBest("zzz", null, "general", "design");
  }

  @Property
  void lettersOfANameInTheirOrderAlwaysFindIt(
      @ForAll @AlphaChars @StringLength(min = 1, max = 30) String name,
      @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 0, max = 29) Integer> picks) {
    var letters = new StringBuilder();
    picks.stream()
        .filter(i -> i < name.length())
        .sorted()
        .distinct()
        .forEach(i -> letters.append(name.charAt(i)));
    assertThat(Fuzzy.score(letters.toString(), name)).isPresent();
  }

  @Property
  void aNameWithoutOneOfTheLettersIsNotFound(
      @ForAll @LowerChars @StringLength(max = 20) String name,
      @ForAll @LowerChars @StringLength(max = 5) String letters) {
    assertThat(Fuzzy.score(letters + "7", name)).isEmpty();
  }

  @Property
  void capitalsAndMarksDoNotCount(
      @ForAll @LowerChars @StringLength(min = 1, max = 20) String name,
      @ForAll @LowerChars @StringLength(min = 1, max = 3) String letters) {
    OptionalInt plain = Fuzzy.score(letters, name);
    assertThat(Fuzzy.score(letters.toUpperCase(), name)).isEqualTo(plain);
    assertThat(Fuzzy.score(letters, name.replace("a", "\u00e4"))).isEqualTo(plain);
  }

  @Property
  void theWholeNameIsBetterThanItsBeginningAndThatThanItsMiddle(
      @ForAll @Size(value = 8) @UniqueElements
          List<@CharRange(from = 'a', to = 'z') Character> letters) {
    String wanted = word(letters.subList(0, 4));
    String rest = word(letters.subList(4, 8));
    int whole = Fuzzy.score(wanted, wanted).orElseThrow();
    int prefix = Fuzzy.score(wanted, wanted + rest).orElseThrow();
    int laterWord = Fuzzy.score(wanted, rest + " " + wanted).orElseThrow();
    int inside = Fuzzy.score(wanted, rest + wanted).orElseThrow();
    int scattered = Fuzzy.score(wanted, String.join(rest, wanted.split(""))).orElseThrow();
    assertThat(Stream.of(whole, prefix, laterWord, inside, scattered))
        .isSortedAccordingTo((a, b) -> b - a)
        .doesNotHaveDuplicates();
  }

  private static String word(List<Character> letters) {
    var word = new StringBuilder();
    letters.forEach(word::append);
    return word.toString();
  }

  private static void checkBest(String letters, String expected, String... names) {
    String best = null;
    int most = Integer.MIN_VALUE;
    for (String name : names) {
      OptionalInt score = Fuzzy.score(letters, name);
      if (score.isPresent() && score.getAsInt() > most) {
        best = name;
        most = score.getAsInt();
      }
    }
    assertThat(best).as(letters).isEqualTo(expected);
  }
}
