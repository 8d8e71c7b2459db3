package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseTest {
  @Test
  void partsAreNumbersAndNotLetters() {
    assertThat(release("0.10.0").isNewerThan(release("0.9.9"))).isTrue();
    assertThat(release("1.0").isNewerThan(release("0.99.99"))).isTrue();
    assertThat(release("0.1.0").isNewerThan(release("0.1"))).isFalse();
    assertThat(release("0.1").isNewerThan(release("0.1.0"))).isFalse();
    assertThat(release("0.1.0.1").isNewerThan(release("0.1.0"))).isTrue();
  }

  @Test
  void whatIsNoVersionIsNone() {
    for (String text :
        new String[] {"", "dev", "unpackaged", "1.", ".1", "1.2-3", "9999999", "-1"}) {
      assertThat(Release.parse(text)).as(text).isEmpty();
    }
  }

  private static Release release(String text) {
    return Release.parse(text).orElseThrow();
  }
}
