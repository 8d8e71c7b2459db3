package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nobody must be able to guess has enough bits for that. */
class SecretsTest {
  private static final int MANY = 1_000;

  private final Secrets secrets = new Secrets(new SecureRandom());

  @Test
  void aTokenHas256BitsAndIsNeverTheSameTwice() {
    Set<String> tokens = Stream.generate(secrets::token).limit(MANY).collect(Collectors.toSet());
    assertThat(tokens).hasSize(MANY);
    assertThat(tokens)
        .allSatisfy(token -> assertThat(Base64.getUrlDecoder().decode(token)).hasSize(256 / 8));
    assertThat(secrets.key()).hasSize(256 / 8).isNotEqualTo(secrets.key());
  }

  @Test
  void aCodeHas128BitsAndIsNeverTheSameTwice() {
    Set<String> codes = Stream.generate(secrets::code).limit(MANY).collect(Collectors.toSet());
    assertThat(codes).hasSize(MANY);
    String letters = String.join("", codes).replace("-", "");
    double bitsOfALetter = Math.log(letters.chars().distinct().count()) / Math.log(2);
    assertThat(letters.length() / MANY * bitsOfALetter).isGreaterThanOrEqualTo(128);
    assertThat(letters).doesNotContain("0", "1", "i", "l", "o");
  }

  @Test
  void whatIsKeptOfATokenIsItsSha256() {
    assertThat(Secrets.hash("abc")) // FIPS 180-2, B.1
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
