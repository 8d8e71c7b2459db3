package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
  private static final byte[] KEY = new byte[32];

  @TempDir private Path folder;
  private SecretFiles files;
  private Path file;

  @BeforeEach
  void make() {
    files = new SecretFiles(folder);
    file = folder.resolve("pass.key");
  }

  @Test
  void theKeyIsMadeOnce() throws Exception {
    files.passKey(() -> KEY);
    assertThat(files.passKey(() -> new byte[33])).isEqualTo(KEY);
  }

  @Test
  void aSpoiltKeyIsOneSentenceAndLeftAlone() throws Exception {
    for (byte[] spoilt : new byte[][] {{}, {(byte) 0xc3, 0x28, 0}, {'a', 'b', 'c', '='}}) {
      Files.write(file, spoilt);
      refused("is not a key any more");
      assertThat(file).hasBinaryContent(spoilt);
    }
  }

  @Test
  void aFolderInItsPlaceIsOneSentence() throws IOException {
    Files.createDirectory(file);
    refused("is not a key any more");
  }

  @Test
  void aLinkThatLeadsNowhereIsOneSentenceAndStays() throws IOException {
    Files.createSymbolicLink(file, Path.of("nowhere"));
    refused("is a link to something that is not there");
    assertThat(file).isSymbolicLink();
  }

  private void refused(String sentence) {
    assertThatThrownBy(() -> files.passKey(() -> KEY))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("The file " + file + " " + sentence)
        .message()
        .endsWith(".")
        .hasLineCount(1);
  }
}
