package chat.parley.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CloseReasonTest {
  @Test
  void whatFitsStaysAsItIs() {
    assertThat(CloseReason.of("You were sent out.")).isEqualTo("You were sent out.");
  }

  @Test
  void whatIsTooLongIsCutBetweenCharactersAndFitsACloseFrame() {
    for (String part : new String[] {"a", "ü", "€", "😀"}) {
      String cut = CloseReason.of(part.repeat(500));
      byte[] bytes = cut.getBytes(StandardCharsets.UTF_8);
      assertThat(bytes.length).as(part).isBetween(115, 123);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(cut).endsWith("…");
      assertThat(cut).doesNotContain("?");
    }
  }
}
