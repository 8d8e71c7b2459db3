package chat.parley.desktop.app;

import static chat.parley.server.discovery.TwoComputers.await;

import chat.parley.server.discovery.Computer;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people at one computer whose cable is out: nothing leads anywhere but to itself. */
@Tag("fault")
class UnpluggedTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {Newcomer.FIND, "127.0.0.1"})
  void oneRunsAServerAndTheOtherTalksOnIt(String way) throws Exception {
    Assumptions.assumeTrue(Computer.isPossible());
    try (var computer = Computer.unplugged("u")) {
      Path ann = folder.resolve("ann.txt");
      computer.start(ann, Newcomer.program(folder.resolve("ann"), Newcomer.HOST));
      await(ann, lines -> lines.contains(Newcomer.WAITS));
      Path ben = folder.resolve("ben.txt");
      computer.start(ben, Newcomer.program(folder.resolve("ben"), way));
      await(ben, lines -> lines.contains(Newcomer.ANSWERED));
    }
  }
}
