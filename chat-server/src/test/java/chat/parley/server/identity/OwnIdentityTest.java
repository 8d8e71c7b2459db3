package chat.parley.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnIdentityTest {
  private static final String RESTORE =
      " Restore the folder %s from a backup; without it the server gets another key, about which"
          + " everybody is asked.";

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Reach HERE = reach("127.0.0.1", "::1", "192.168.1.20");

  @TempDir private Path data;

  @Test
  void firstStartMakesAKeyOnP256AndACertificateForAllNamesAndAddresses() throws Exception {
    X509Certificate made = at(NOW).loadOrMake(HERE).certificate();
    assertThat(((ECPublicKey) made.getPublicKey()).getParams().getCurve().getField().getFieldSize())
        .isEqualTo(256);
    assertThat(made.getSubjectAlternativeNames().stream().map(name -> (Object) name.get(1)))
        .containsExactly("localhost", "office-pc", "127.0.0.1", "0:0:0:0:0:0:0:1", "192.168.1.20");
    assertThat(made.getNotBefore().toInstant()).isBefore(NOW);
    assertThat(Duration.between(NOW, made.getNotAfter().toInstant()).toDays())
        .isBetween(3650L, 3653L);
    assertThat(made.getBasicConstraints()).as("no authority over others").isEqualTo(-1);
    made.verify(made.getPublicKey());
  }

  @Test
  void laterStartsFindTheSameKeyAndCertificate() throws Exception {
    Identity first = at(NOW).loadOrMake(HERE);
    Identity second = at(NOW.plus(Duration.ofDays(300))).loadOrMake(HERE);
    assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(second.certificate()).isEqualTo(first.certificate());
  }

  @Test
  void aNewAddressRenewsTheCertificateWithTheSameKey() throws Exception {
    Identity first = at(NOW).loadOrMake(HERE);
    Identity moved = at(NOW).loadOrMake(reach("127.0.0.1", "10.0.0.7"));
    assertThat(moved.certificate()).isNotEqualTo(first.certificate());
    assertThat(moved.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(moved.certificate().getSubjectAlternativeNames().toString()).contains("10.0.0.7");
    assertThat(at(NOW).loadOrMake(reach("127.0.0.1")).certificate())
        .as("nothing is missing when an address is gone")
        .isEqualTo(moved.certificate());
  }

  @Test
  void aCertificateThatIsAboutToEndIsRenewedWithTheSameKey() throws Exception {
    Identity first = at(NOW).loadOrMake(HERE);
    Instant late = NOW.plus(Duration.ofDays(3640));
    Identity renewed = at(late).loadOrMake(HERE);
    assertThat(renewed.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(renewed.certificate().getNotAfter().toInstant())
        .isAfter(late.plus(Duration.ofDays(3000)));
  }

  @Test
  void onlyTheOwnerCanReadTheFiles() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    at(NOW).loadOrMake(HERE);
    at(NOW).loadOrMake(reach("10.0.0.7"));
    assertThat(mode("tls")).isEqualTo("rwx------");
    assertThat(mode("tls/key.pem")).isEqualTo("rw-------");
    assertThat(mode("tls/certificate.pem")).isEqualTo("rw-------");
    try (var files = Files.list(data.resolve("tls"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aFileThatIsSpoiltIsOneSentenceAndLeftAlone() throws Exception {
    at(NOW).loadOrMake(HERE);
    Path key = data.resolve("tls/key.pem");
    Files.writeString(key, "not a key");
    assertThatThrownBy(() -> at(NOW).loadOrMake(HERE))
        .isInstanceOf(BadIdentity.class)
        .hasMessage("There is no private key in " + key + "." + RESTORE, data.resolve("tls"));
    assertThat(key).hasContent("not a key");
  }

  @Test
  void bytesOfNoTextAreNoKeyEither() throws Exception {
    at(NOW).loadOrMake(HERE);
    Path key = data.resolve("tls/key.pem");
    byte[] rubbish = {(byte) 0xc3, 0x28, 0, (byte) 0xff};
    Files.write(key, rubbish);
    assertThatThrownBy(() -> at(NOW).loadOrMake(HERE))
        .isInstanceOf(BadIdentity.class)
        .hasMessage("There is no private key in " + key + "." + RESTORE, data.resolve("tls"));
    assertThat(key).hasBinaryContent(rubbish);
  }

  @Test
  void noOtherKeyIsMadeWhereALinkToOneLeadsNowhere() throws Exception {
    at(NOW).loadOrMake(HERE);
    Path key = data.resolve("tls/key.pem");
    Files.delete(key);
    Files.createSymbolicLink(key, Path.of("nowhere"));
    assertThatThrownBy(() -> at(NOW).loadOrMake(HERE))
        .isInstanceOf(BadIdentity.class)
        .hasMessageContaining("key.pem is missing. Restore it.");
    assertThat(key).isSymbolicLink();
  }

  @Test
  void noOtherKeyIsMadeWhereACertificateIsLeftOfOne() throws Exception {
    at(NOW).loadOrMake(HERE);
    Path key = data.resolve("tls/key.pem");
    Files.delete(key);
    assertThatThrownBy(() -> at(NOW).loadOrMake(HERE))
        .isInstanceOf(BadIdentity.class)
        .hasMessageStartingWith(key + " is missing. Restore it from a backup;");
    assertThat(key).doesNotExist();
  }

  @Test
  void whatIsNoFileIsNotReadAsAKey() throws Exception {
    at(NOW).loadOrMake(HERE);
    Path key = data.resolve("tls/key.pem");
    Files.delete(key);
    Files.createDirectory(key);
    assertThatThrownBy(() -> at(NOW).loadOrMake(HERE))
        .isInstanceOf(BadIdentity.class)
        .hasMessageContaining("key.pem is not a file. Move it away, and restore the file.");
  }

  @Test
  void whatKeepsTheServerFromItsKeyIsSaidAndNotOnlyWhere() throws Exception {
    Path folder = data.resolve("tls");
    String sentence = "The server's key in " + folder + " cannot be read or written: ";
    Files.writeString(folder, "a file");
    assertThatThrownBy(() -> at(NOW).loadOrMake(HERE))
        .isInstanceOf(BadIdentity.class)
        .hasMessage(sentence + "that is not a folder. Restore the folder.");
    Files.delete(folder);
    at(NOW).loadOrMake(HERE);
    Files.delete(folder.resolve("certificate.pem"));
    assertThatThrownBy(() -> at(NOW).loadOrMake(HERE))
        .isInstanceOf(BadIdentity.class)
        .hasMessage(sentence + "certificate.pem is missing. Restore it.");
    // Of root no permission can be taken, so that it cannot be tried wherever tests run.
    assertThat(OwnIdentity.why(new AccessDeniedException(folder.toString())))
        .isEqualTo("the server has no permission. Check who owns the folder");
  }

  @Test
  void aCertificateOfAnotherKeyIsOneSentence() throws Exception {
    at(NOW).loadOrMake(HERE);
    Path other = Files.createDirectory(data.resolve("other"));
    new OwnIdentity(other, () -> NOW, new SecureRandom()).loadOrMake(HERE);
    Files.copy(
        other.resolve("tls/key.pem"),
        data.resolve("tls/key.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> at(NOW).loadOrMake(HERE))
        .isInstanceOf(BadIdentity.class)
        .hasMessageContaining("do not belong together");
  }

  @Test
  void aKeyWithoutItsPublicHalfBesideItIsTriedOut() throws Exception {
    Identity first = at(NOW).loadOrMake(HERE);
    Path key = data.resolve("tls/key.pem");
    String whole = Files.readString(key);
    Files.writeString(key, whole.substring(0, whole.indexOf("-----BEGIN PUBLIC")));
    assertThat(at(NOW).loadOrMake(HERE).fingerprint()).isEqualTo(first.fingerprint());
    Path other = Files.createDirectory(data.resolve("other"));
    new OwnIdentity(other, () -> NOW, new SecureRandom()).loadOrMake(HERE);
    Files.copy(
        other.resolve("tls/certificate.pem"),
        data.resolve("tls/certificate.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> at(NOW).loadOrMake(HERE))
        .isInstanceOf(BadIdentity.class)
        .hasMessageContaining("do not belong together");
  }

  @Test
  void thisComputerIsReachedByLoopbackAtLeast() {
    Reach here = Reach.ofThisComputer();
    assertThat(here.names()).contains("localhost");
    assertThat(here.addresses().stream().map(InetAddress::getHostAddress))
        .contains("127.0.0.1", "0:0:0:0:0:0:0:1")
        .doesNotHaveDuplicates();
  }

  private OwnIdentity at(Instant now) {
    return new OwnIdentity(data, () -> now, new SecureRandom());
  }

  private String mode(String file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
  }

  private static Reach reach(String... addresses) {
    return new Reach(
        "Office-PC",
        List.of("localhost", "office-pc"),
        java.util.stream.Stream.of(addresses).map(InetAddress::ofLiteral).toList());
  }
}
