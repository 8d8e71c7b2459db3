package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.UserId;
import org.junit.jupiter.api.Test;

class TypingLineTest {
  private final TypingLine line = new TypingLine();

  @Test
  void namesUpToTwoAndThenSaysSeveral() {
    assertThat(line.at(0)).isEmpty();
    typing("Chen", 0);
    assertThat(line.at(0)).isEqualTo("Chen is typing…");
    typing("Dara", 0);
    assertThat(line.at(0)).isEqualTo("Chen and Dara are typing…");
    typing("Eli", 0);
    assertThat(line.at(0)).isEqualTo("Several people are typing…");
  }

  @Test
  void isBelievedForSixSecondsAfterTheLastSign() {
    typing("Chen", 0);
    typing("Chen", 4_000);
    assertThat(line.changesAt()).isEqualTo(10_000);
    assertThat(line.at(9_999)).isEqualTo("Chen is typing…");
    assertThat(line.at(10_000)).isEmpty();
  }

  @Test
  void whoHasSaidItIsNotTyping() {
    typing("Chen", 0);
    typing("Dara", 0);
    line.stopped(new UserId("Chen"));
    assertThat(line.at(1)).isEqualTo("Dara is typing…");
  }

  private void typing(String name, long now) {
    line.typing(new UserId(name), name, now);
  }
}
