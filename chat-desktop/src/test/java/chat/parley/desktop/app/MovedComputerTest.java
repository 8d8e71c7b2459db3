package chat.parley.desktop.app;

import chat.parley.server.discovery.Computer;
import chat.parley.server.discovery.TwoComputers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose computer gets another address from its network, while an app is connected. */
@Tag("fault")
class MovedComputerTest {
  @TempDir Path folder;

  @Test
  void appFindsItAtItsNewAddressAndProvesItsKeyThere() throws Exception {
    Assumptions.assumeTrue(Computer.isPossible());
    Path profile = folder.resolve("ann");
    try (var computers = TwoComputers.plugIn()) {
      computers.server(folder);
      TwoComputers.await(
          folder.resolve("server.txt"),
          lines -> lines.stream().anyMatch(line -> line.contains("is open")));
      computers.app(
          folder.resolve("app.txt"),
          List.of(
              "-Dglass.platform=Headless",
              "-Dprism.order=sw",
              Launcher.class.getName(),
              "--profile",
              profile.toString(),
              "--server",
              TwoComputers.FIRST,
              "--name",
              "Ann"));
      TwoComputers.await(
          profile.resolve("settings.properties"),
          lines -> lines.stream().anyMatch(line -> line.contains(TwoComputers.FIRST)));
      computers.move("192.168.77.9");
      TwoComputers.await(
          profile.resolve("moved-servers"),
          lines -> lines.equals(List.of("192.168.77.5:7070 192.168.77.9:7070")));
    }
  }
}
