package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownGraphicsTest {
  private static final Instant FOUND = Instant.parse("2026-12-01T10:00:00Z");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("graphics");
  }

  @Test
  void nothingIsKnownBeforeTheFirstStart() {
    assertThat(at(FOUND, "one").areRefused()).isFalse();
  }

  @Test
  void graphicsThatWereRefusedAreNotAskedAgainForAWeek() throws Exception {
    refused("one");
    assertThat(at(FOUND.plus(Duration.ofDays(6)), "one").areRefused()).isTrue();
    assertThat(at(FOUND.plus(Duration.ofDays(8)), "one").areRefused()).isFalse();
    assertThat(at(FOUND.minusSeconds(5), "one").areRefused()).as("clock went back").isFalse();
  }

  @Test
  void anotherDisplayOrCardIsAsked() throws Exception {
    refused("one");
    assertThat(at(FOUND.plusSeconds(5), "another").areRefused()).isFalse();
  }

  @Test
  void graphicsThatAreGoodAtLastAreForgottenAsRefused() throws Exception {
    refused("one");
    at(FOUND, "one").remember(false);
    assertThat(at(FOUND.plusSeconds(5), "one").areRefused()).isFalse();
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatCannotBeReadOrWrittenOnlyMakesTheNextStartAskAgain() throws Exception {
    Files.createDirectory(file);
    Files.createFile(file.resolve("in-the-way"));
    KnownGraphics graphics = at(Instant.now().plusSeconds(5), "one");
    graphics.remember(true);
    graphics.remember(false);
    assertThat(graphics.areRefused()).isFalse();
  }

  @Test
  void aScreenIsItsDisplayAndTheCardsOfTheComputerInWhateverOrderTheyAreListed() throws Exception {
    Files.createDirectory(folder.resolve("card1"));
    Files.createDirectory(folder.resolve("card0"));
    var display = Map.of("DISPLAY", ":0");
    assertThat(KnownGraphics.screen(display, folder)).isEqualTo(":0\n\ncard0\ncard1\n");
    assertThat(KnownGraphics.screen(display, folder.resolve("none"))).isEqualTo(":0\n\n");
  }

  private void refused(String screen) throws Exception {
    at(FOUND, screen).remember(true);
    Files.setLastModifiedTime(file, FileTime.from(FOUND));
  }

  private KnownGraphics at(Instant now, String screen) {
    return new KnownGraphics(file, screen, () -> now);
  }
}
