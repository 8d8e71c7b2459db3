package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.client.KnownServers;
import chat.parley.client.ServerAddress;
import chat.parley.model.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownServersFileTest {
  private static final ServerAddress OFFICE = new ServerAddress("office-pc", 7070);
  private static final ServerAddress LAB = new ServerAddress("fe80::1", 7071);
  private static final Fingerprint ONE = new Fingerprint("01".repeat(32));
  private static final Fingerprint TWO = new Fingerprint("02".repeat(32));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("known-servers");
  }

  @Test
  void theFirstKeyStaysUntilSomebodyDecidesOtherwise() throws IOException {
    KnownServers servers = KnownServersFile.read(file);
    assertThat(servers.keyOf(OFFICE)).isNull();
    assertThat(servers.met(OFFICE, ONE)).isEqualTo(ONE);
    assertThat(servers.met(OFFICE, TWO)).isEqualTo(ONE);
    assertThat(servers.met(LAB, TWO)).isEqualTo(TWO);
    servers.trust(OFFICE, TWO);
    assertThat(servers.keyOf(OFFICE)).isEqualTo(TWO);
    KnownServers again = KnownServersFile.read(file);
    assertThat(again.keyOf(OFFICE)).isEqualTo(TWO);
    assertThat(again.keyOf(LAB)).isEqualTo(TWO);
    assertThat(file).content().startsWith("[fe80::1]:7071 0202");
  }

  @Test
  void whatCannotBeWrittenIsNotBelieved() throws IOException {
    KnownServers servers = KnownServersFile.read(file);
    Files.createDirectories(folder.resolve("known-servers.new/in-the-way"));
    assertThatThrownBy(() -> servers.met(OFFICE, ONE)).isInstanceOf(IOException.class);
    assertThat(servers.keyOf(OFFICE)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"office-pc", "office-pc 01", "office-pc 01 02", "a b c d", "%%% 01"})
  void aFileThatIsSpoiltIsNotPassedOver(String line) throws IOException {
    Files.writeString(file, line + "\n");
    assertThatExceptionOfType(CacheException.class)
        .isThrownBy(() -> KnownServersFile.read(file))
        .withMessageContaining(file.toString());
    assertThat(file).content().isEqualTo(line + "\n");
  }
}
