package chat.parley.desktop.viewmodel.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.viewmodel.emoji.EmojiPickerModel.Place;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiCatalogTest {
  private final EmojiCatalog catalog = EmojiCatalog.bundled();
  private final FakePreferences preferences = new FakePreferences();
  private final EmojiModel emoji = new EmojiModel(catalog, preferences);

  @Test
  void everyEmojiInEveryToneHasAPicture() throws IOException {
    int pictures = 0;
    try (var pack =
        new DataInputStream(
            EmojiCatalogTest.class.getResourceAsStream("/chat/parley/desktop/emoji/emoji.pack"))) {
      while (pack.available() > 0) {
        pack.skipNBytes(pack.readUnsignedShort());
        pictures++;
      }
    }
    int forms = catalog.all().stream().mapToInt(one -> 1 + one.toned().size()).sum();
    assertThat(forms).isEqualTo(3_786);
    assertThat(pictures).isEqualTo(forms);
    assertThat(catalog.images()).isEqualTo(forms);
  }

  @ParameterizedTest
  @CsvSource({
    "a😀b, a[😀]b",
    "👍🏽👍, [👍🏽][👍]",
    "👩‍💻, [👩‍💻]",
    "🏳️‍🌈🏳‍🌈, [🏳️‍🌈][🏳‍🌈]",
    "🇵🇹🇩🇪, [🇵🇹][🇩🇪]",
    "❤️❤, [❤️]❤",
    "1️⃣ 1, [1️⃣] 1",
    "☕ ⚡, [☕] [⚡]",
    "© ©️ ™, © [©️] ™",
    "😀\uFE0E, 😀\uFE0E",
    "🧑🏿‍🤝‍🧑🏻, [🧑🏿‍🤝‍🧑🏻]",
    "👩‍, [👩]‍",
  })
  void emojiAreFoundInTexts(String text, String expected) {
    List<String> parts = new ArrayList<>();
    new EmojiScanner(catalog).scan(text, parts::add, sign -> parts.add("[" + sign + "]"));
    assertThat(String.join("", parts)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "done :tada:, done 🎉",
    ":+1::+1:, 👍👍",
    ":wave::skin-tone-6:, 👋🏿",
    ":no_such_thing:, :no_such_thing:",
    "at 10:30:45, at 10:30:45",
    "a:smile:, a:smile:",
    "`:tada:` :tada:, `:tada:` 🎉",
    ":-) :D, :-) :D",
    "```/:tada:/``` :tada:, ```/:tada:/``` 🎉",
    "```/:tada:, ```/:tada:",
  })
  void namesBetweenColonsBecomeEmojiButNotInCode(String written, String said) {
    assertThat(emoji.withEmoji(written.replace('/', '\n'))).isEqualTo(said.replace('/', '\n'));
  }

  @Test
  void handsGetTheToneTheirOwnerLikes() {
    emoji.toneProperty().set(SkinTone.MEDIUM_DARK);
    assertThat(emoji.withEmoji(":+1: :handshake: :tada:")).isEqualTo("👍🏾 🤝🏾 🎉");
    assertThat(preferences.skinTone()).isEqualTo(SkinTone.MEDIUM_DARK);
  }

  @ParameterizedTest
  @CsvSource({
    "tada, tada",
    ":tada:, tada",
    "thumbs, +1",
    "lol, rolling_on_the_floor_laughing",
    "party, partying_face",
    "red heart, heart",
    "french poly, flag-pf",
    "+1, +1",
  })
  void theBestMatchComesFirst(String typed, String shortName) {
    assertThat(emoji.search().find(typed, 5).getFirst().shortNames()).contains(shortName);
  }

  @Test
  void nothingIsFoundForNothingAndForNonsense() {
    assertThat(emoji.search().find(" ", 5)).isEmpty();
    assertThat(emoji.search().find("xyzzy", 5)).isEmpty();
  }

  @Test
  void theLastUsedComeFirstOnceEach() {
    for (String name : List.of("tada", "rocket", "tada")) {
      emoji.use(catalog.named(name));
    }
    assertThat(emoji.recent()).extracting(Emoji::text).containsExactly("🎉", "🚀");
  }

  @Test
  void arrowsGoOverRowsAndTitles() {
    emoji.use(catalog.named("rocket"));
    EmojiPickerModel picker = new EmojiPickerModel(emoji);
    assertThat(picker.selectedEmoji().text()).isEqualTo("🚀");
    picker.moveAcross(1);
    assertThat(picker.selectedProperty().get()).isEqualTo(new Place(3, 0));
    picker.moveAcross(-1);
    assertThat(picker.selectedEmoji().text()).isEqualTo("🚀");
    picker.moveRows(-1);
    assertThat(picker.selectedEmoji().text()).isEqualTo("🚀");
    picker.moveRows(10_000);
    assertThat(picker.selectedEmoji().category()).isEqualTo(EmojiCategory.FLAGS);
    picker.goTo(EmojiCategory.FOOD);
    assertThat(picker.selectedEmoji().category()).isEqualTo(EmojiCategory.FOOD);
  }

  @Test
  void searchingLeavesOnlyWhatWasFound() {
    EmojiPickerModel picker = new EmojiPickerModel(emoji);
    picker.queryProperty().set("rocket");
    assertThat(picker.rows()).hasSize(2);
    assertThat(picker.selectedEmoji().text()).isEqualTo("🚀");
    picker.queryProperty().set("xyzzy");
    assertThat(picker.selectedEmoji()).isNull();
    picker.moveAcross(1);
    picker.moveRows(1);
    assertThat(picker.selectedEmoji()).isNull();
  }
}
