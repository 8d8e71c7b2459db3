package chat.parley.desktop.viewmodel.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.FakePreferences;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiNamesTest {
  private static final int IN_SIGHT = 8;

  private final EmojiCatalog catalog = EmojiCatalog.bundled();
  private final EmojiModel emoji = new EmojiModel(catalog, new FakePreferences());
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void speakGerman() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void everyEmojiHasAGermanNameOfItsOwn() {
    EmojiNames german = EmojiNames.in(Locale.GERMAN);
    Set<String> names = new HashSet<>();
    for (Emoji one : catalog.all()) {
      assertThat(german.said(one)).as(one.text()).isNotNull();
      assertThat(german.name(one)).as(one.text()).isNotBlank();
      assertThat(names.add(german.name(one))).as(one.text() + german.name(one)).isTrue();
    }
  }

  @Test
  void inEnglishTheyAreCalledAsBefore() {
    Emoji heart = catalog.named("heart");
    assertThat(EmojiNames.in(Locale.UK).name(heart)).isEqualTo(heart.name());
    assertThat(EmojiNames.in(Locale.UK).besideShortName(heart)).isEmpty();
    assertThat(EmojiNames.current().besideShortName(heart)).isEqualTo("rotes Herz");
  }

  @ParameterizedTest
  @CsvSource({
    "Herz, ❤️",
    "herz, ❤️",
    "rotes herz, ❤️",
    "Lachen, 😂",
    "lächeln, 🙂",
    "lacheln, 🙂",
    "Daumen, 👍",
    "daumen hoch, 👍",
    "Feuer, 🔥",
    "Kuchen, 🎂",
    "Geburtstag, 🥳",
    "feiern, 🎉",
    "Katze, 🐈",
    "Hund, 🐕",
    "Affe, 🐒",
    "Haus, 🏠",
    "Auto, 🚗",
    "Zug, 🚆",
    "Flugzeug, ✈️",
    "Kaffee, ☕",
    "Bier, 🍺",
    "Wein, 🍷",
    "Pizza, 🍕",
    "Apfel, 🍎",
    "Sonne, ☀️",
    "Regen, 🌧️",
    "Schnee, ❄️",
    "Stern, ⭐",
    "weinen, 😢",
    "müde, 😴",
    "krank, 😷",
    "danke, 🙏",
    "winken, 👋",
    "applaus, 👏",
    "Faust, ✊",
    "Rakete, 🚀",
    "Idee, 💡",
    "Fußball, ⚽",
    "fussball, ⚽",
    "Geschenk, 🎁",
    "Weihnachten, 🎄",
    "Uhr, ⌚",
    "erledigt, ✅",
    "Warnung, ⚠️",
    "Deutschland, 🇩🇪",
    "Arzt, 👨‍⚕️",
    "halb drei, 🕝",
    "familie, 👪",
  })
  void germanWordsFindThem(String typed, String expected) {
    assertThat(emoji.search().find(typed, IN_SIGHT)).extracting(Emoji::text).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"herz, ❤️", "daumen, 👍", "haus, 🏠", "kaffee, ☕", "feuer, 🔥", "hund, 🐕"})
  void theUsualWordBringsTheUsualOneFirst(String typed, String expected) {
    assertThat(emoji.search().find(typed, IN_SIGHT).getFirst().text()).isEqualTo(expected);
  }

  @Test
  void englishWordsGoOnFindingThem() {
    assertThat(emoji.search().find("tada", IN_SIGHT).getFirst().text()).isEqualTo("🎉");
    assertThat(emoji.search().find("red heart", IN_SIGHT).getFirst().text()).isEqualTo("❤️");
  }

  @Test
  void germanWordsFindNothingWhereEnglishIsSpoken() {
    Locale.setDefault(Locale.UK);
    assertThat(emoji.search().find("Daumen", IN_SIGHT)).isEqualTo(List.of());
  }
}
