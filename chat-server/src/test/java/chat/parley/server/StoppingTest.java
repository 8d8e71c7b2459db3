package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator or the system ends the server while people talk. */
class StoppingTest {
  private static final int TALKERS = 6;

  /** So many that the server is still reading them when the signal comes. */
  private static final int EACH = 600;

  @TempDir Path data;

  @Test
  void whatWasSaidBeforeTheSignalIsAnsweredAndThenEverybodyIsToldToComeBack() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, "--no-rate-limits")) {
      List<Guest> talkers = new ArrayList<>();
      List<RoomId> rooms = new ArrayList<>();
      for (int i = 0; i < TALKERS; i++) {
        Guest talker = Guest.named(server.port(), "Talker " + i);
        talkers.add(talker);
        rooms.add(talker.join("lobby").room().id());
      }
      for (int i = 0; i < EACH; i++) {
        for (int who = 0; who < TALKERS; who++) {
          Guest talker = talkers.get(who);
          talker.say(
              new Command.Send(talker.nextId(), rooms.get(who), Nonce.fresh(), "Message " + i));
        }
      }
      server.terminate();
      for (Guest talker : talkers) {
        assertThat(talker.answers(EACH)).hasSize(EACH);
        assertThat(talker.awaitClose()).isEqualTo(4012);
        talker.close();
      }
    }
  }
}
