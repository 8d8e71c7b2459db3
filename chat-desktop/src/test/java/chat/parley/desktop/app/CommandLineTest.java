package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.client.BadAddress;
import chat.parley.client.Invitation;
import chat.parley.discovery.Ways;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  @Test
  void optionsAreTakenInAnyOrder() {
    assertThat(CommandLine.parse(List.of()))
        .isEqualTo(new CommandLine(null, null, null, null, Ways.USUAL));
    assertThat(
            CommandLine.parse(
                List.of("--name", "Ann", "--profile", "/tmp/p", "--server", "office-pc")))
        .isEqualTo(new CommandLine(Path.of("/tmp/p"), "office-pc", "Ann", null, Ways.USUAL));
  }

  @Test
  void searchCanBeTurnedOffOrGivenAPortOfItsOwn() {
    assertThat(CommandLine.parse(List.of("--no-discovery")).ways()).isNull();
    assertThat(CommandLine.parse(List.of("--discovery-port", "7999")).ways())
        .isEqualTo(Ways.here(7999));
    assertThatThrownBy(() -> CommandLine.parse(List.of("--discovery-port", "many")))
        .hasMessage("\"many\" is not a port: a number from 1 to 65535.");
    assertThatThrownBy(() -> CommandLine.parse(List.of("--discovery-port", "70000")))
        .hasMessage("\"70000\" is not a port: a number from 1 to 65535.");
  }

  @Test
  void aLinkIsAnInvitation() {
    assertThat(CommandLine.parse(List.of("parley://office-pc:7070/#pin=0f")).invitation())
        .isEqualTo("parley://office-pc:7070/#pin=0f");
    assertThatThrownBy(() -> CommandLine.parse(List.of("http://office-pc")))
        .hasMessageContaining("does not know");
  }

  @Test
  void linkInOtherLettersAndOneThatIsNoneComeToTheForm() {
    for (String link : List.of("PARLEY://office-pc", "parley:office-pc", "parley://")) {
      assertThat(CommandLine.parse(List.of(link)).invitation()).isEqualTo(link);
    }
  }

  @Test
  void fileOfAnInvitationIsOpenedByItsNameOrItsAddress(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("Our office.parley"), "parley://office-pc/\n");
    for (String name : List.of(file.toString(), file.toUri().toString())) {
      assertThat(CommandLine.parse(List.of(name)).invitation()).isEqualTo("parley://office-pc/");
    }
  }

  @Test
  void fileThatIsNoInvitationComesToTheFormAsNoAddress(@TempDir Path folder) throws Exception {
    Path other = Files.writeString(folder.resolve("a.parley"), "--server elsewhere\n");
    for (String name : List.of(other.toString(), folder.resolve("b.parley").toString())) {
      String invitation = CommandLine.parse(List.of(name)).invitation();
      assertThatThrownBy(() -> Invitation.parse(invitation)).isInstanceOf(BadAddress.class);
    }
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(CommandLine.help().lines())
        .hasSize(7)
        .anyMatch(line -> line.startsWith("  --profile DIR      keep"))
        .anyMatch(line -> line.startsWith("  --no-discovery     do not"));
  }

  @Test
  void aFolderHasAName() {
    for (String name : List.of("", " ", "a\0b")) {
      assertThatThrownBy(() -> CommandLine.parse(List.of("--profile", name)))
          .hasMessageContaining("\"" + name + "\"");
    }
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> CommandLine.parse(List.of("--nmae", "Ann")))
        .hasMessageContaining("\"--nmae\"");
    assertThatThrownBy(() -> CommandLine.parse(List.of("--name")))
        .hasMessage("Something is missing after --name.");
  }
}
