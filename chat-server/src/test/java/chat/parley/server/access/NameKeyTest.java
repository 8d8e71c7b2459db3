package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Names;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Ann, ann",
    "Ann, ANN",
    "Dara Novak, DaraNovak",
    "paul, pаul", // Cyrillic a
    "scope, ѕсоре", // all Cyrillic
    "Ann, Ａｎｎ", // full width
    "Bo, B0",
    "straße, STRASSE"
  })
  void lookAlikesHaveOneKey(String one, String other) {
    assertThat(NameKey.of(Names.clean(one))).isEqualTo(NameKey.of(Names.clean(other)));
  }

  @ParameterizedTest
  @CsvSource({"Ann, Anna", "Ann, Ben", "Chen, Chin", "Jose, José", "Иван, Петр"})
  void differentNamesHaveDifferentKeys(String one, String other) {
    assertThat(NameKey.of(Names.clean(one))).isNotEqualTo(NameKey.of(Names.clean(other)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "Admin",
        "SYSTEM",
        "аdmin",
        "Every one",
        "parley",
        "ParIey",
        "channeI",
        "adm1n",
        "admln",
        "Admin.",
        "Admin_",
        "-Admin-",
        "System.",
        "Server.",
        "sys.tem",
        "Parley Server",
        "Moderators",
        "Administrators",
        "b.o.t",
        "Al'l"
      })
  void namesThatSpeakForTheServerAreReserved(String name) {
    assertThat(NameKey.isReserved(Names.clean(name))).isTrue();
  }

  /** Two hundred ways to look like five people: none is a name of its own that is let in. */
  @Test
  void nobodyComesInByLookingLikeSomebodyElse() {
    Map<Character, String> twins =
        Map.ofEntries(
            Map.entry('a', "\u0430\u0251\uff41"),
            Map.entry('c', "\u0441\uff43\u217d"),
            Map.entry('e', "\u0435\uff45\u212e"),
            Map.entry('i', "\u0456\uff49\u2170l1"),
            Map.entry('j', "\u0458\uff4a"),
            Map.entry('l', "I1\u217c\uff4c\u04c0"),
            Map.entry('n', "\u0578\uff4e"),
            Map.entry('o', "\u043e\u03bf0\uff4f\u0585"),
            Map.entry('p', "\u0440\uff50\u03c1"),
            Map.entry('s', "\u0455\uff53"),
            Map.entry('u', "\u057d\uff55\u028b"),
            Map.entry('v', "\u0475\uff56\u03bd\u2174"),
            Map.entry('x', "\u0445\uff58\u2179"),
            Map.entry('y', "\u0443\uff59"));
    List<String> victims =
        List.of(
            "nicole", "oliver", "sophia", "lucas", "jason", "elena", "alice", "felix", "julian");
    var tried = new LinkedHashSet<String>();
    for (String victim : victims) {
      for (int at = 0; at < victim.length(); at++) {
        String before = victim.substring(0, at);
        String after = victim.substring(at + 1);
        String others = twins.getOrDefault(victim.charAt(at), "");
        others.codePoints().forEach(twin -> tried.add(before + Character.toString(twin) + after));
        tried.add(before + "\u200b" + victim.substring(at));
        tried.add(before + "\u202e" + victim.substring(at));
        tried.add((before + victim.substring(at, at + 1).toUpperCase(Locale.ROOT) + after));
      }
      tried.add(victim + " ");
    }
    assertThat(tried).hasSizeGreaterThan(200);
    Set<String> keys = new HashSet<>(victims.stream().map(NameKey::of).toList());
    assertThat(tried)
        .allSatisfy(
            name -> {
              String clean = Names.clean(name);
              boolean refused =
                  Names.problemWithUser(clean).isPresent()
                      || NameKey.isMixed(clean)
                      || NameKey.isDisguised(clean);
              assertThat(refused || keys.contains(NameKey.of(clean))).as(name).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ni\u0307cole",
        "Nicole\u0332",
        "Nicole\u0316",
        "Mia\u0338",
        "Mi\u0337a",
        "\u0274icole",
        "Ol\u026aver",
        "Zoe\u0301\u0301",
        "Ann\u0489"
      })
  void aNameWithOrnamentsThatPassForNothingIsDisguised(String name) {
    String clean = Names.clean(name);
    assertThat(Names.problemWithUser(clean).isPresent() || NameKey.isDisguised(clean)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Bell",
        "Дара Новак",
        "王芳",
        "Ann 王",
        "さくら",
        "Zoë",
        "Ali",
        "نور",
        "Ngô Đình Diệm",
        "Ẹ̀kọ́",
        "Łukasz Żądło",
        "Ærø",
        "Ólafur Þór",
        "Ünal Iğdır",
        "राम",
        "ณัฐ",
        "Ἀλέξανδρος",
        "Їжак",
        "Ṣadé O'Neil-Öz"
      })
  void aNameInOneScriptIsNotMixedNorAreTheScriptsThatGoTogether(String name) {
    assertThat(NameKey.isMixed(Names.clean(name))).isFalse();
    assertThat(NameKey.isDisguised(Names.clean(name))).isFalse();
    assertThat(NameKey.isReserved(Names.clean(name))).isFalse();
  }

  @Test
  void ordinaryNamesAreNot() {
    assertThat(NameKey.isReserved("Ali")).isFalse();
    assertThat(NameKey.isReserved("Hera")).isFalse();
    assertThat(NameKey.isReserved("Adminah")).isFalse();
  }
}
