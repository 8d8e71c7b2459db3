package chat.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LeaveTest {
  private long now = 5;
  private boolean may = true;
  private int asked;

  private final Leave leave =
      new Leave(
          () -> {
            asked++;
            return may;
          },
          () -> now);

  @Test
  void isAskedForOnceASecond() throws IOException {
    leave.require();
    now += 999_999_999;
    leave.require();
    assertThat(asked).isZero();
    now += 1;
    leave.require();
    leave.require();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void endsABodyThatIsBeingRead() throws IOException {
    InputStream body = leave.over(new ByteArrayInputStream(new byte[10]));
    assertThat(body.read(new byte[4])).isEqualTo(4);
    may = false;
    assertThat(body.read()).isZero();
    now += 1_000_000_000;
    assertThatThrownBy(() -> body.read(new byte[4])).isInstanceOf(IOException.class);
    now += 1_000_000_000;
    assertThatThrownBy(body::read).isInstanceOf(IOException.class);
  }
}
