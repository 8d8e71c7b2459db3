package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "seven77",
        "Password1",
        "QWERTZ123",
        "Basketball",
        "christopher",
        "ann bell",
        "abababababab",
        "👍👍👍👍👍👍👍👍"
      })
  void whatIsGuessedFirstIsRefusedInOneSentence(String password) {
    assertThat(PasswordRules.problem(password, "Ann Bell")).isPresent();
    assertThat(PasswordRules.problem(password, "Ann Bell").orElseThrow()).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"eight 88", "correct horse battery staple", "пароль-длинный", "  spaces  "})
  void noKindsOfCharactersAreAskedFor(String password) {
    assertThat(PasswordRules.problem(password, "Ann Bell")).isEmpty();
  }

  @Test
  void moreThanThreeThousandAreKnownThatGuessersTryFirst() {
    assertThat(PasswordRules.refused()).isGreaterThan(41_000);
  }

  @Test
  void aLongOneIsTakenUpToALimit() {
    assertThat(PasswordRules.problem("abc".repeat(85), "Ann")).isEmpty();
    assertThat(PasswordRules.problem("abc".repeat(86), "Ann")).isPresent();
  }

  @Test
  void theSameLettersTypedOnAnotherSystemAreTheSamePassword() {
    assertThat(PasswordRules.normal("Zu\u0308rich")).isEqualTo(PasswordRules.normal("Z\u00fcrich"));
  }
}
