package chat.parley.server.discovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are found from another computer. */
@Tag("fault")
class TwoComputersTest {
  @TempDir Path folder;

  private TwoComputers computers;

  @BeforeEach
  void plugIn() throws Exception {
    Assumptions.assumeTrue(Computer.isPossible());
    computers = TwoComputers.plugIn();
  }

  @AfterEach
  void takeAway() throws Exception {
    if (computers != null) {
      computers.close();
    }
  }

  @Test
  void serverIsFoundAcrossTheCableByAskingAndGoneWhenItsPowerGoes() throws Exception {
    Process server = computers.server(folder);
    Path said = seeker("udp");
    await(said, "[Office at [192.168.77.5:7070]]");
    server.destroyForcibly().waitFor();
    await(said, "[]");
  }

  @Test
  void serverIsFoundAcrossTheCableByItsAnnouncementsAlone() throws Exception {
    computers.server(folder);
    await(seeker("mdns"), "[Office at [192.168.77.5:7070]]");
  }

  @Test
  void addressThatChangesIsTheNewOneInTheList() throws Exception {
    computers.server(folder);
    Path said = seeker("udp");
    await(said, "[Office at [192.168.77.5:7070]]");
    computers.move("192.168.77.9");
    await(said, "[Office at [192.168.77.9:7070]]");
  }

  private Path seeker(String way) throws IOException {
    Path said = folder.resolve(way + ".txt");
    computers.app(said, List.of(Seeker.class.getName(), way));
    return said;
  }

  /** Until the last line is that one. */
  private static void await(Path said, String line) throws IOException {
    TwoComputers.await(said, lines -> !lines.isEmpty() && lines.getLast().equals(line));
  }
}
