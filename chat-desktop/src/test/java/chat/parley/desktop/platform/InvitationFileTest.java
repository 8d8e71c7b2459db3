package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvitationFileTest {
  private static final String LINK = "parley://office-pc:7070/#pin=0f";

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAndNothingIsWrittenOver() throws Exception {
    Path first = InvitationFile.write(folder, "Floor 2", LINK);
    Path second = InvitationFile.write(folder, "Floor 2", "parley://attic/");
    assertThat(first).hasFileName("Floor 2.parley");
    assertThat(second).hasFileName("Floor 2 2.parley");
    assertThat(InvitationFile.read(first.toString())).isEqualTo(LINK);
    assertThat(InvitationFile.read(second.toUri().toString())).isEqualTo("parley://attic/");
  }

  @Test
  void nameOfAServerLeadsIntoNoOtherFolder() throws Exception {
    Path file = InvitationFile.write(folder, "../../etc/cron", LINK);
    assertThat(file.normalize().getParent()).isEqualTo(folder);
  }

  @Test
  void whatMailProgramsAddDoesNotHarm() throws Exception {
    Path file = Files.writeString(folder.resolve("a.PARLEY"), "\uFEFF\r\n " + LINK + " \r\n");
    assertThat(InvitationFile.is(file.toString())).isTrue();
    assertThat(InvitationFile.read(file.toString())).isEqualTo(LINK);
  }

  @Test
  void largeFileIsNotReadToItsEnd() throws Exception {
    Path file = Files.writeString(folder.resolve("a.parley"), "x\n".repeat(5_000) + LINK);
    assertThatThrownBy(() -> InvitationFile.read(file.toString())).isInstanceOf(IOException.class);
  }

  @Test
  void otherThingsAreNone() {
    assertThat(InvitationFile.is("parley://office-pc/")).isFalse();
    assertThatThrownBy(() -> InvitationFile.read("\0.parley")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> InvitationFile.read("file:%.parley")).isInstanceOf(IOException.class);
  }
}
