package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final Passwords.Cost CHEAP = new Passwords.Cost(64, 1, 1);

  private final Passwords passwords = new Passwords(new SecureRandom(), CHEAP);

  @Test
  void aHashFitsItsPasswordAndNoOther() {
    String hash = passwords.hash("correct horse");
    assertThat(passwords.fits("correct horse", hash)).isTrue();
    assertThat(passwords.fits("correct horsf", hash)).isFalse();
    assertThat(passwords.fits("", hash)).isFalse();
  }

  @Test
  void twoHashesOfOnePasswordHaveNothingInCommon() {
    assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
  }

  @Test
  void aHashTellsHowItWasMadeInTheFormThatOthersRead() {
    assertThat(new Passwords(new SecureRandom()).hash("correct horse"))
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  /** Made by the reference implementation of Argon2: argon2 somesalt -id -t 2 -k 65536 -p 1. */
  @Test
  void aHashThatTheReferenceImplementationMadeFits() {
    assertThat(
            passwords.fits(
                "password",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                    + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
        .isTrue();
  }

  @Test
  void aCheaperHashIsOutdatedAndStillFits() {
    String old = new Passwords(new SecureRandom(), new Passwords.Cost(32, 1, 1)).hash("correct");
    assertThat(passwords.isOutdated(old)).isTrue();
    assertThat(passwords.fits("correct", old)).isTrue();
    assertThat(passwords.isOutdated(passwords.hash("correct"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "correct",
        "$argon2id$v=19$m=19456,t=2,p=1$$",
        "$argon2id$v=19$m=9999999,t=999,p=99$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8",
        "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AA"
      })
  void whatIsNoHashFitsNothing(String hash) {
    assertThat(passwords.fits("correct", hash)).isFalse();
  }
}
