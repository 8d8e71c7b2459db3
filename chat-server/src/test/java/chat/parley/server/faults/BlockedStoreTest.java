package chat.parley.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else holds the database's write lock, as a backup program may. */
class BlockedStoreTest {
  @TempDir Path data;

  @Test
  void forTwoSecondsNothingIsAckedAndNobodyIsCutAndThenAllIs() throws Exception {
    blockedFor(Duration.ofSeconds(2));
  }

  @Test
  @Tag("fault")
  void forTenSecondsNothingIsAckedAndNobodyIsCutAndThenAllIs() throws Exception {
    blockedFor(Duration.ofSeconds(10));
  }

  private void blockedFor(Duration window) throws Exception {
    var chatters = new ArrayList<Chatter>();
    try (ServerProcess server = ServerProcess.start(data, "--no-rate-limits")) {
      RoomId room = null;
      for (int i = 0; i < 8; i++) {
        var chatter = new Chatter(server.port(), "Chatter " + i);
        chatters.add(chatter);
        room = chatter.join("kitchen");
      }
      RoomId kitchen = room;
      try (Connection outside =
              DriverManager.getConnection("jdbc:sqlite:" + data.resolve("parley.db"));
          Statement statement = outside.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        chatters.forEach(chatter -> sayTwenty(chatter, kitchen));
        // Reading is not writing: it goes on while the lock is held.
        long end = System.nanoTime() + window.toNanos();
        while (System.nanoTime() < end) {
          assertThat(chatters.getFirst().log(kitchen)).hasSize(chatters.size());
        }
        assertThat(chatters).allMatch(chatter -> chatter.acked().isEmpty());
        assertThat(chatters).allMatch(chatter -> chatter.link() == LinkState.LIVE);
        statement.execute("ROLLBACK");
      }
      Eventually.holds(
          Duration.ofSeconds(2),
          () -> chatters.stream().allMatch(Chatter::nothingWaits),
          chatters::toString);
      assertThat(chatters).flatExtracting(Chatter::problems).isEmpty();
      assertThat(chatters).extracting(Chatter::timesLive).containsOnly(1);
      List<Event.RoomEvent> log = chatters.getFirst().log(kitchen);
      Invariants.assertNoHoles(log);
      for (Chatter chatter : chatters) {
        Invariants.assertAckedOnce(log, chatter.acked().keySet());
      }
    } finally {
      chatters.forEach(Chatter::close);
    }
  }

  private static void sayTwenty(Chatter chatter, RoomId room) {
    for (int i = 0; i < 20; i++) {
      chatter.say(room, chatter + " says " + i);
    }
  }
}
