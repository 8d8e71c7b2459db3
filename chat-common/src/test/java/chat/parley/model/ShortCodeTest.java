package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortCodeTest {
  private static final Fingerprint KEY = new Fingerprint("0123456789abcdef".repeat(4));

  @Test
  void codeIsTheBeginningOfTheWordsThatPeopleCompare() {
    ShortCode code = ShortCode.of(KEY);
    assertThat(code.words().split(" ")).hasSize(3);
    assertThat(KEY.words()).startsWith(code + " ");
  }

  @Test
  void codeIsReadAsPeopleTypeIt() {
    ShortCode code = ShortCode.of(KEY);
    assertThat(ShortCode.parse("  " + code.words().toUpperCase() + " ")).contains(code);
    assertThat(ShortCode.parse(code.words().replace(" ", ", "))).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "office-pc",
        "192.168.1.5:7070",
        "zebra zipper",
        "zebra zipper zebras",
        "zebra zipper actor album",
        "zebra-zipper-actor",
        "parley://office-pc:7070/#pin=00"
      })
  void addressesAndOtherWordsAreNone(String typed) {
    assertThat(ShortCode.parse(typed)).isEmpty();
  }
}
