package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkEntryTest {
  private static final String ENTRY = ".local/share/applications/parley-unpacked.desktop";

  @TempDir Path home;

  private final FakePrograms programs = new FakePrograms();

  @BeforeEach
  void install() {
    programs.installed.addAll(List.of("xdg-mime", "update-desktop-database"));
  }

  @Test
  void linksComeToTheLauncherAndTheSystemIsTold() throws IOException {
    LinkEntry entry = entry(Os.LINUX, "/home/ann/my parley/bin/parley").orElseThrow();
    assertThat(entry.isOn()).isFalse();
    entry.turnOn();
    assertThat(entry.isOn()).isTrue();
    assertThat(home.resolve(ENTRY))
        .content()
        .contains(
            "\nExec=\"/home/ann/my parley/bin/parley\" %u\n",
            "\nMimeType=x-scheme-handler/parley;\n");
    assertThat(programs.calls)
        .containsExactly(
            List.of(
                "update-desktop-database", home.resolve(".local/share/applications").toString()),
            List.of("xdg-mime", "default", "parley-unpacked.desktop", "x-scheme-handler/parley"));
  }

  @Test
  void turnedOffItLeavesNothingBehindAndWhatIsOthersAlone() throws IOException {
    LinkEntry entry = entry(Os.LINUX, "/opt/p/bin/parley").orElseThrow();
    entry.turnOn();
    Path choices = home.resolve(".config/mimeapps.list");
    Files.createDirectories(choices.getParent());
    Files.writeString(
        choices,
        "[Default Applications]\nx-scheme-handler/parley=parley-unpacked.desktop\n"
            + "text/html=browser.desktop\n");
    entry.turnOff();
    entry.turnOff();
    assertThat(entry.isOn()).isFalse();
    assertThat(home.resolve(ENTRY)).doesNotExist();
    assertThat(choices).hasContent("[Default Applications]\ntext/html=browser.desktop");
  }

  @Test
  void folderThatWasMovedIsNotWhatLinksLeadTo() throws IOException {
    entry(Os.LINUX, "/old/bin/parley").orElseThrow().turnOn();
    LinkEntry moved = entry(Os.LINUX, "/new/bin/parley").orElseThrow();
    assertThat(moved.isOn()).isFalse();
    moved.turnOn();
    assertThat(home.resolve(ENTRY)).content().contains("/new/").doesNotContain("/old/");
  }

  @Test
  void nothingIsDoneWhereAPackageOrTheSystemDoesIt() throws IOException {
    assertThat(entry(Os.MAC, "/Applications/Parley")).isEmpty();
    assertThat(entry(Os.WINDOWS, "C:\\Parley.exe")).isEmpty();
    Files.createFile(home.resolve("installed"));
    assertThat(entry(Os.LINUX, "/opt/parley/bin/parley")).isEmpty();
    Files.delete(home.resolve("installed"));
    programs.installed.remove("xdg-mime");
    assertThat(entry(Os.LINUX, "/opt/p/bin/parley")).isEmpty();
  }

  private Optional<LinkEntry> entry(Os os, String launcher) {
    return LinkEntry.of(
        os, Map.of(), home, Optional.of(launcher), programs, home.resolve("installed"));
  }
}
