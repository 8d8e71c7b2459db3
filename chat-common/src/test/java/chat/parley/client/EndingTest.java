package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person reads when a server has ended their connection. */
class EndingTest {
  private static final ServerAddress SERVER = new ServerAddress("office-pc", 7070);

  @ParameterizedTest
  @EnumSource(
      value = CloseCode.class,
      names = {"LOGGED_OUT", "FORBIDDEN"})
  void whoWasSentOutReadsWhy(CloseCode code) {
    Ending ending = closed(code, "You were banned: advertising");
    assertThat(ending.problem()).isEqualTo("You were banned: advertising");
    assertThat(ending.comeBack()).isFalse();
  }

  @Test
  void withoutAReasonOurOwnSentenceSaysWhatHappened() {
    Ending ending = closed(CloseCode.LOGGED_OUT, "");
    assertThat(ending.problem()).contains("logged out of office-pc");
    assertThat(ending.code()).isEqualTo(ErrorCode.BAD_TOKEN);
  }

  @Test
  void whatAServerSaysAboutItselfIsNotForPeople() {
    assertThat(closed(CloseCode.GOING_AWAY, "SIGTERM").problem()).doesNotContain("SIGTERM");
  }

  private static Ending closed(CloseCode code, String reason) {
    return Ending.closed(SERVER, new WebSocketLine.Closed(code.code(), true, "It ended.", reason));
  }
}
