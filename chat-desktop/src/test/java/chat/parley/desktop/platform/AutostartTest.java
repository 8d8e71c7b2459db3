package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartTest {
  @TempDir Path home;

  private final FakePrograms programs = new FakePrograms();

  @Test
  void onLinuxAnEntryStartsTheLauncher() throws IOException {
    Autostart autostart = of(Os.LINUX, Map.of(), "/opt/parley/bin/Parley");
    assertThat(autostart.isOn()).isFalse();
    autostart.turnOn();
    assertThat(autostart.isOn()).isTrue();
    assertThat(home.resolve(".config/autostart/parley.desktop"))
        .content()
        .startsWith("[Desktop Entry]\nType=Application\nName=Parley\n")
        .contains("\nExec=\"/opt/parley/bin/Parley\"\n");
    autostart.turnOff();
    autostart.turnOff();
    assertThat(autostart.isOn()).isFalse();
  }

  @Test
  void theFolderMayBeSaidByTheSystem() throws IOException {
    Path config = home.resolve("elsewhere");
    of(Os.LINUX, Map.of("XDG_CONFIG_HOME", config.toString()), "/opt/parley").turnOn();
    assertThat(config.resolve("autostart/parley.desktop")).exists();
    of(Os.LINUX, Map.of("XDG_CONFIG_HOME", "relative"), "/opt/parley").turnOn();
    assertThat(home.resolve(".config/autostart/parley.desktop")).exists();
  }

  @Test
  void oddCharactersOfAPathMeanNothingInAnEntry() throws IOException {
    of(Os.LINUX, Map.of(), "/a b/$HOME `x` 5% \"q\" \\n").turnOn();
    assertThat(home.resolve(".config/autostart/parley.desktop"))
        .content()
        .contains("\nExec=\"/a b/\\\\$HOME \\\\`x\\\\` 5%% \\\\\"q\\\\\" \\\\\\\\n\"\n");
  }

  @Test
  void onMacALaunchAgentDoes() throws IOException {
    Autostart autostart = of(Os.MAC, Map.of(), "/Applications/R&D/Parley");
    autostart.turnOn();
    assertThat(Files.readString(home.resolve("Library/LaunchAgents/chat.parley.desktop.plist")))
        .contains("<string>/Applications/R&amp;D/Parley</string>", "<key>RunAtLoad</key>");
    assertThat(autostart.isOn()).isTrue();
    autostart.turnOff();
    assertThat(autostart.isOn()).isFalse();
  }

  @Test
  void onWindowsAValueOfTheRunKeyDoes() throws IOException {
    String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    Autostart autostart = of(Os.WINDOWS, Map.of(), "C:\\Program Files\\Parley\\Parley.exe");
    autostart.turnOn();
    assertThat(programs.calls.getLast())
        .containsExactly(
            "reg",
            "add",
            key,
            "/v",
            "Parley",
            "/t",
            "REG_SZ",
            "/d",
            "\\\"C:\\Program Files\\Parley\\Parley.exe\\\"",
            "/f");
    autostart.turnOff();
    assertThat(programs.calls.getLast())
        .containsExactly("reg", "delete", key, "/v", "Parley", "/f");
    programs.answers.put("query", null);
    assertThat(autostart.isOn()).isFalse();
  }

  @Test
  void withoutALauncherThereIsNothingToStart() {
    for (Os os : Os.values()) {
      assertThat(Autostart.of(os, Map.of(), home, Optional.empty(), programs)).isEmpty();
    }
  }

  private Autostart of(Os os, Map<String, String> environment, String launcher) {
    return Autostart.of(os, environment, home, Optional.of(launcher), programs).orElseThrow();
  }
}
