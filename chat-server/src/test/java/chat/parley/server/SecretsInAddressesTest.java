package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses end up in logs, in histories and with proxies; so nothing in them opens anything. */
class SecretsInAddressesTest {
  @TempDir Path data;

  private Team team;

  @BeforeEach
  void start() throws StartFailure {
    team = new Team(data);
  }

  @AfterEach
  void stop() {
    team.close();
  }

  @Test
  void aSecretInTheAddressLogsNobodyIn() {
    Guest ann = team.in(new Command.Auth.Register("Ann", Team.SECRET, null));
    ann.say(new Command.Renew(ann.nextId()));
    String pass = ann.await(Event.Pass.class).token();
    for (String query :
        List.of(
            "?token=" + Team.token(ann),
            "?access_token=" + pass,
            "?pass=" + pass,
            "?name=Ann&password=" + Team.SECRET.replace(' ', '+'))) {
      try (Guest guest = Guest.connect(team.port(), query)) {
        guest.say(new Command.Rooms(1));
        assertThat(guest.await(Event.Failed.class).code()).isEqualTo(ErrorCode.NOT_LOGGED_IN);
        assertThat(guest.awaitClose()).isEqualTo(CloseCode.NOT_LOGGED_IN.code());
      }
    }
  }
}
