package chat.parley.server.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two computers on a network of their own: two network namespaces with a cable between them, for
 * which Linux wants root.
 */
@Tag("fault")
class TwoComputersTest {
  private static final Duration FOUND = Duration.ofSeconds(60);
  private static final String SERVER = "parley-s" + ProcessHandle.current().pid();
  private static final String APP = "parley-a" + ProcessHandle.current().pid();

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void plugIn() throws Exception {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    Assumptions.assumeTrue(linux && Files.isExecutable(Path.of("/usr/sbin/ip")));
    Assumptions.assumeTrue(ip("netns", "add", SERVER) && ip("netns", "add", APP));
    assertThat(
            ip("link", "add", "pc0", "netns", SERVER, "type", "veth", "peer", "pc0", "netns", APP))
        .isTrue();
    address(SERVER, "192.168.77.5/24");
    address(APP, "192.168.77.6/24");
  }

  private static void address(String computer, String address) throws Exception {
    assertThat(ip("-n", computer, "addr", "add", address, "broadcast", "+", "dev", "pc0")).isTrue();
    assertThat(ip("-n", computer, "link", "set", "pc0", "up")).isTrue();
    assertThat(ip("-n", computer, "link", "set", "lo", "up")).isTrue();
    assertThat(ip("-n", computer, "route", "add", "default", "dev", "pc0")).isTrue();
  }

  @AfterEach
  void takeAway() throws Exception {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    ip("netns", "del", SERVER);
    ip("netns", "del", APP);
  }

  @Test
  void serverIsFoundAcrossTheCableByAskingAndGoneWhenItsPowerGoes() throws Exception {
    Process server = server();
    Path said = seeker("udp");
    await(said, "[Office at [192.168.77.5:7070]]");
    server.destroyForcibly().waitFor();
    await(said, "[]");
  }

  @Test
  void serverIsFoundAcrossTheCableByItsAnnouncementsAlone() throws Exception {
    server();
    await(seeker("mdns"), "[Office at [192.168.77.5:7070]]");
  }

  @Test
  void addressThatChangesIsTheNewOneInTheList() throws Exception {
    server();
    Path said = seeker("udp");
    await(said, "[Office at [192.168.77.5:7070]]");
    assertThat(ip("-n", SERVER, "addr", "flush", "dev", "pc0")).isTrue();
    address(SERVER, "192.168.77.9/24");
    await(said, "[Office at [192.168.77.9:7070]]");
  }

  private Process server() throws IOException {
    return start(
        SERVER,
        folder.resolve("server.txt"),
        List.of(
            Main.class.getName(),
            "server",
            "--name",
            "Office",
            "--data",
            folder.resolve("data").toString()));
  }

  private Path seeker(String way) throws IOException {
    Path said = folder.resolve(way + ".txt");
    start(APP, said, List.of(Seeker.class.getName(), way));
    return said;
  }

  private Process start(String computer, Path output, List<String> program) throws IOException {
    var command = new ArrayList<>(List.of("/usr/sbin/ip", "netns", "exec", computer));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(program);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    started.add(process);
    return process;
  }

  /** Until the last line is that one. */
  private static void await(Path said, String line) throws IOException {
    long end = System.nanoTime() + FOUND.toNanos();
    while (!line.equals(last(said))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not " + line + " but " + Files.readString(said));
      }
      Thread.onSpinWait();
    }
  }

  private static String last(Path said) throws IOException {
    List<String> lines = Files.readAllLines(said);
    return lines.isEmpty() ? "" : lines.getLast();
  }

  private static boolean ip(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("/usr/sbin/ip"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).inheritIO().start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
