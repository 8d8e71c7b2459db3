package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.discovery.Computer;
import chat.parley.server.discovery.Seeker;
import chat.parley.server.discovery.TwoComputers;
import chat.parley.server.discovery.TwoComputers.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people with empty profiles, each in front of an app on a computer of their own, until the
 * second of them has said something on the server of the first.
 */
@Tag("fault")
class FirstMinuteTest {
  /** What is said takes one, however few they had to type until then. */
  private static final int MESSAGE = 1;

  @TempDir Path folder;

  @BeforeEach
  void isPossible() throws Exception {
    Assumptions.assumeTrue(Computer.isPossible());
  }

  @Test
  void fourClicksAndTwoWordsWhereNothingButMulticastIsPassedOn() throws Exception {
    talk(Cast.MULTICAST, "mdns", "udp");
  }

  @Test
  void fourClicksAndTwoWordsWhereNothingButBroadcastsArePassedOn() throws Exception {
    talk(Cast.BROADCAST, "udp", "mdns");
  }

  /**
   * @param passing what the network does not lose
   * @param heard the way by which servers are found there
   * @param unheard the way by which they are not
   */
  private void talk(Cast passing, String heard, String unheard) throws Exception {
    try (var computers = TwoComputers.throughSwitch(passing)) {
      Path ann = file("ann");
      computers.host(ann, Newcomer.program(folder.resolve("ann"), Newcomer.HOST));
      TwoComputers.await(ann, lines -> lines.contains(Newcomer.WAITS));
      Process deaf = seek(computers, unheard);
      seek(computers, heard);
      TwoComputers.await(file(heard), lines -> lines.toString().contains(TwoComputers.FIRST));

      Path ben = file("ben");
      computers.app(ben, Newcomer.program(folder.resolve("ben"), Newcomer.FIND));
      TwoComputers.await(ben, lines -> lines.contains(Newcomer.ANSWERED));
      TwoComputers.await(ann, Deeds::areIn);
      Deeds both = did(ann).plus(did(ben));
      System.out.println("Until the second person has spoken: " + both);
      assertThat(both.clicks()).isLessThanOrEqualTo(4);
      assertThat(both.words() - MESSAGE).isLessThanOrEqualTo(2);
      assertThat(deaf.isAlive()).isTrue();
      assertThat(file(unheard)).as("what is found by the other way").isEmptyFile();
    }
  }

  private Process seek(TwoComputers computers, String way) throws IOException {
    return computers.app(file(way), List.of(Seeker.class.getName(), way));
  }

  private static Deeds did(Path person) throws IOException {
    return Deeds.in(Files.readAllLines(person));
  }

  /** What a program has said. */
  private Path file(String program) {
    return folder.resolve(program + ".txt");
  }
}
