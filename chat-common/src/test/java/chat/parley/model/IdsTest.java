package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class IdsTest {
  static final List<Function<String, Object>> KINDS =
      List.of(RoomId::new, UserId::new, DeviceId::new, Nonce::new);

  @ParameterizedTest
  @FieldSource("KINDS")
  void idIsShortVisibleAscii(Function<String, Object> make) {
    for (String good : List.of("a", "~", "!", "r_7.x-9", "\"\\", "0".repeat(64))) {
      assertThat(make.apply(good)).hasToString(good);
    }
    for (String bad :
        List.of("", " ", "a b", "a\n", "\0", "\u007f", "\u00e9", "\ud83d\ude00", "0".repeat(65))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> make.apply(bad))
          .withMessageMatching("An? (room id|user id|device id|nonce) has .*\\.");
    }
  }

  @Test
  void freshNonceIsNew() {
    assertThat(Nonce.fresh()).isNotEqualTo(Nonce.fresh());
  }
}
