package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Names;
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
  @ValueSource(strings = {"admin", "Admin", "SYSTEM", "аdmin", "Every one", "parley"})
  void namesThatSpeakForTheServerAreReserved(String name) {
    assertThat(NameKey.isReserved(NameKey.of(Names.clean(name)))).isTrue();
  }

  @Test
  void ordinaryNamesAreNot() {
    assertThat(NameKey.isReserved(NameKey.of("Adminah"))).isFalse();
  }
}
