package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUnitTest {
  @TempDir Path home;

  private final FakePrograms programs = new FakePrograms();

  @BeforeEach
  void boot() throws IOException {
    Files.createDirectory(home.resolve("systemd-is-here"));
    programs.installed.addAll(List.of("systemctl", "loginctl"));
    programs.conversation = (command, _) -> new Programs.Answer(0, "no\n", "");
  }

  @Test
  void turnedOnItIsEnabledAndRunsBeforeAnybodyLogsIn() throws IOException {
    ServerUnit unit = unit().orElseThrow();
    assertThat(unit.isOn()).isFalse();
    unit.turnOn(List.of("/opt/a b/java", "--name", "100% \"ours\" for $5"));
    assertThat(unit.isOn()).isTrue();
    assertThat(file())
        .content()
        .contains(
            "\nExecStart=\"/opt/a b/java\" \"--name\" \"100%% \\\"ours\\\" for $$5\"\n",
            "\nWantedBy=default.target\n");
    String name = file().getFileName().toString();
    assertThat(programs.calls)
        .contains(
            List.of("systemctl", "--user", "daemon-reload"),
            List.of("systemctl", "--user", "enable", name),
            List.of("loginctl", "--no-ask-password", "enable-linger"));
  }

  @Test
  void turnedOffItTakesBackWhatItDidAndNothingElse() throws IOException {
    ServerUnit unit = unit().orElseThrow();
    unit.turnOn(List.of("/opt/java"));
    String name = file().getFileName().toString();
    unit.turnOff();
    assertThat(unit.isOn()).isFalse();
    assertThat(programs.calls)
        .contains(
            List.of("systemctl", "--user", "disable", name),
            List.of("loginctl", "--no-ask-password", "disable-linger"));

    programs.calls.clear();
    programs.conversation = (_, _) -> new Programs.Answer(0, "yes\n", "");
    unit.turnOn(List.of("/opt/java"));
    unit.turnOff();
    assertThat(programs.calls).noneMatch(call -> call.contains("disable-linger"));
    programs.calls.clear();
    unit.turnOff();
    assertThat(programs.calls).isEmpty();
  }

  @Test
  void appThatWasMovedIsFollowed() throws IOException {
    ServerUnit unit = unit().orElseThrow();
    unit.follow(List.of("/new/java"));
    assertThat(unit.isOn()).isFalse();
    unit.turnOn(List.of("/old/java"));
    programs.calls.clear();
    unit.follow(List.of("/old/java"));
    assertThat(programs.calls).isEmpty();
    unit.follow(List.of("/new/java"));
    assertThat(file()).content().contains("/new/java").doesNotContain("/old/java");
    assertThat(programs.calls).containsExactly(List.of("systemctl", "--user", "daemon-reload"));
    unit.turnOff();
    assertThat(programs.calls).contains(List.of("loginctl", "--no-ask-password", "disable-linger"));
  }

  @Test
  void whatTheSystemRefusesIsNotThere() {
    programs.answers.put("enable", null);
    ServerUnit unit = unit().orElseThrow();
    assertThatThrownBy(() -> unit.turnOn(List.of("/opt/java"))).isInstanceOf(IOException.class);
    assertThat(unit.isOn()).isFalse();
  }

  @Test
  void programThatTheSystemRunsIsKnown() throws IOException {
    ServerUnit unit = unit().orElseThrow();
    assertThat(unit.pid()).isEmpty();
    unit.turnOn(List.of("/opt/java"));
    programs.answers.put("--property=MainPID", "0\n");
    assertThat(unit.pid()).isEmpty();
    programs.answers.put("--property=MainPID", "4711\n");
    assertThat(unit.pid()).hasValue(4711);
  }

  @Test
  void withoutSystemdThereIsNone() throws IOException {
    Files.delete(home.resolve("systemd-is-here"));
    assertThat(unit()).isEmpty();
  }

  /** What systemd itself says of the file, where it is installed. */
  @Test
  void systemdUnderstandsTheUnit() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")));
    unit().orElseThrow().turnOn(List.of("/bin/sh", "-c", "echo 5% \"of\" $HOME\\n"));
    Path said = home.resolve("said.txt");
    ProcessBuilder command =
        new ProcessBuilder(
            "/usr/bin/systemd-analyze", "--user", "verify", "--man=no", file().toString());
    command.environment().put("XDG_RUNTIME_DIR", home.toString());
    Process verify = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(verify.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said).content().doesNotContain(file().getFileName().toString());
    assertThat(verify.exitValue()).as(Files.readString(said)).isZero();
  }

  private Path file() throws IOException {
    try (var files = Files.list(home.resolve("systemd/user"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private Optional<ServerUnit> unit() {
    return ServerUnit.of(
        Os.LINUX, programs, home, home.resolve("systemd-is-here"), Path.of("/home/ann/50%/data"));
  }
}
