package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
  private static final String SECRET = "q3l5-keep_this.secret";

  @TempDir Path folder;

  private final FakePrograms programs = new FakePrograms();

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onLinuxTheProgramOnThePathKeepsItAndReadsItFromItsInput() throws Exception {
    SecretStore store = linuxWith(SECRET_TOOL);
    assertThat(store.find("device-1")).isEmpty();
    assertThat(store.keep("device-1", SECRET)).isTrue();
    assertThat(store.find("device-1")).contains(SECRET);
    assertThat(store.find("device-2")).isEmpty();
    assertThat(store.keep("device-1", "another")).isTrue();
    assertThat(store.find("device-1")).contains("another");
    store.forget("device-1");
    assertThat(store.find("device-1")).isEmpty();
    assertThat(Files.readString(folder.resolve("arguments")))
        .contains("store --label=Parley application chat.parley device device-1")
        .doesNotContain(SECRET, "another");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aStoreThatDoesNotAnswerIsNoEmptyOne() throws Exception {
    SecretStore store = linuxWith("echo 'Cannot autolaunch D-Bus' >&2; exit 1");
    assertThat(store.keep("device-1", SECRET)).isFalse();
    assertThatThrownBy(() -> store.find("device-1"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Cannot autolaunch D-Bus");
    store.forget("device-1");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatCannotBeReadBackWasNotKept() throws Exception {
    assertThat(linuxWith("exit 0").keep("device-1", SECRET)).isFalse();
  }

  @Test
  void withoutTheProgramAndOnWindowsThereIsNone() throws IOException {
    assertThat(Facilities.secrets(Os.LINUX, programs)).isSameAs(SecretStore.NONE);
    assertThat(Facilities.secrets(Os.WINDOWS, programs)).isSameAs(SecretStore.NONE);
    assertThat(SecretStore.NONE.keep("device-1", SECRET)).isFalse();
    assertThat(SecretStore.NONE.find("device-1")).isEmpty();
  }

  @Test
  void onMacTheSecretIsInNoArgumentEither() throws IOException {
    Map<String, String> chain = new HashMap<>();
    programs.conversation =
        (command, input) -> {
          if (command.contains("-i")) {
            String[] words = input.strip().split(" ");
            chain.put(words[5], words[7]);
            return new Programs.Answer(0, "", "");
          }
          String name = command.get(5);
          if (command.contains("delete-generic-password")) {
            chain.remove(name);
          }
          return chain.containsKey(name)
              ? new Programs.Answer(0, chain.get(name) + "\n", "")
              : new Programs.Answer(44, "", "could not be found");
        };
    SecretStore store = Facilities.secrets(Os.MAC, programs);
    assertThat(store.find("device-1")).isEmpty();
    assertThat(store.keep("device-1", SECRET)).isTrue();
    assertThat(store.find("device-1")).contains(SECRET);
    assertThat(programs.calls).noneMatch(call -> call.toString().contains(SECRET));
    assertThat(store.keep("device-1", "two words; -w nonsense")).isFalse();
    store.forget("device-1");
    assertThat(store.find("device-1")).isEmpty();
    programs.conversation =
        (_, _) -> new Programs.Answer(36, "", "User interaction is not allowed.");
    assertThatThrownBy(() -> store.find("device-1")).isInstanceOf(IOException.class);
  }

  /** As far as we use it: a file for each device, and nothing but silence for what is not there. */
  private static final String SECRET_TOOL =
      """
      for last; do :; done
      cd "$(dirname "$0")" || exit 1
      echo "$*" >> arguments
      case "$1" in
        store) cat > "kept-$last" ;;
        lookup) [ -f "kept-$last" ] && cat "kept-$last" ;;
        clear) rm -f "kept-$last" ;;
      esac
      """;

  private SecretStore linuxWith(String script) throws IOException {
    Path program = folder.resolve("secret-tool");
    Files.writeString(program, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    SecretStore store = Facilities.secrets(Os.LINUX, new RealPrograms(folder.toString()));
    assertThat(List.of(store)).doesNotContain(SecretStore.NONE);
    return store;
  }
}
