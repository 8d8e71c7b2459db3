package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.client.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  private static final Path HOME = Path.of("/home/ann");

  @TempDir Path folder;

  @Test
  void everySystemHasItsFolder() {
    checkFolder("Linux", Map.of(), "/home/ann/.local/share/parley");
    checkFolder("Linux", Map.of("XDG_DATA_HOME", "/data"), "/data/parley");
    checkFolder("Linux", Map.of("XDG_DATA_HOME", "relative"), "/home/ann/.local/share/parley");
    checkFolder("Mac OS X", Map.of(), "/home/ann/Library/Application Support/Parley");
    checkFolder("Windows 11", Map.of("APPDATA", "/roaming"), "/roaming/Parley");
    checkFolder("Windows 11", Map.of(), "/home/ann/AppData/Roaming/Parley");
  }

  @Test
  void thePictureForNotificationsIsKeptAsAFile() throws IOException {
    try (Profile profile = Profile.open(folder.resolve("p"))) {
      profile.keepIcon();
      profile.keepIcon();
      assertThat(profile.icon()).isNotEmptyFile();
    }
  }

  @Test
  void aSecondAppOnTheSameProfileIsToldInASentence() throws IOException {
    try (Profile first = Profile.open(folder.resolve("p"))) {
      assertThat(first.settings().getParent()).exists();
      assertThatThrownBy(() -> Profile.open(folder.resolve("p")))
          .isInstanceOf(CacheException.class)
          .hasMessageStartingWith("Parley is open already.");
    }
    Profile.open(folder.resolve("p")).close();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, "not a folder");
    assertThatThrownBy(() -> Profile.open(file.resolve("profile")))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void eachPersonOnEachServerHasAFile() throws Exception {
    try (Profile profile = Profile.open(folder)) {
      ServerAddress office = ServerAddress.parse("office-pc");
      Path ann = profile.cache(office, "Ann");
      assertThat(ann.getFileName().toString()).startsWith("office-pc_7070-Ann-").endsWith(".db");
      assertThat(profile.cache(office, "ann").getFileName().toString())
          .isNotEqualTo(profile.cache(office, "Ben").getFileName().toString());
      assertThat(profile.cache(ServerAddress.parse("office-pc:7071"), "Ann")).isNotEqualTo(ann);
      assertThat(profile.cache(office, "\u00c4nn/../..")).hasParentRaw(ann.getParent());
    }
  }

  private static void checkFolder(String system, Map<String, String> env, String folder) {
    assertThat(Profile.usualFolder(system, env, HOME)).isEqualTo(Path.of(folder));
  }
}
