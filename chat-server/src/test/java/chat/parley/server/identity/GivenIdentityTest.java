package chat.parley.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenIdentityTest {
  @TempDir private Path folder;
  private Identity made;
  private Path certificate;
  private Path key;

  @BeforeEach
  void make() throws Exception {
    made = identity("made");
    certificate = folder.resolve("made/tls/certificate.pem");
    key = folder.resolve("made/tls/key.pem");
  }

  @Test
  void certificateAndKeyAreReadFromPem() throws Exception {
    assertThat(GivenIdentity.ofPem(certificate, key)).isEqualTo(made);
  }

  @Test
  void aKeyInTheOldFormIsReadToo() throws Exception {
    Path old = folder.resolve("old.pem");
    Files.writeString(
        old,
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
            + asOpensslWrites());
    assertThat(GivenIdentity.ofPem(certificate, old).fingerprint()).isEqualTo(made.fingerprint());
  }

  @Test
  void everythingThatIsWrongWithPemIsOneSentence() throws Exception {
    identity("other");
    Path locked = folder.resolve("locked.pem");
    Files.writeString(locked, withPassword());
    Path text = Files.writeString(folder.resolve("text"), "Dear server");
    Path torn =
        Files.writeString(
            folder.resolve("torn"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Path absent = folder.resolve("absent");
    refused(() -> GivenIdentity.ofPem(absent, key), "There is no file " + absent);
    refused(() -> GivenIdentity.ofPem(certificate, absent), "There is no file " + absent);
    refused(() -> GivenIdentity.ofPem(certificate, folder), "cannot be read");
    refused(() -> GivenIdentity.ofPem(text, key), text.toString());
    refused(() -> GivenIdentity.ofPem(torn, key), "is not a certificate in PEM form");
    refused(() -> GivenIdentity.ofPem(certificate, text), "There is no private key in " + text);
    refused(() -> GivenIdentity.ofPem(certificate, locked), "has a password");
    refused(
        () -> GivenIdentity.ofPem(certificate, folder.resolve("other/tls/key.pem")),
        "do not belong together");
  }

  @Test
  void aFileWithoutANameIsOneSentence() {
    refused(() -> GivenIdentity.ofPem(Path.of(""), key), "has no name");
    refused(() -> GivenIdentity.ofPem(certificate, Path.of(" ")), "has no name");
  }

  @ParameterizedTest
  @CsvSource({"RSA, 512", "DSA, 1024", "X25519, 0"})
  void aKeyThatNoClientAcceptsIsRefused(String kind, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    if (bits > 0) {
      generator.initialize(bits);
    }
    KeyPair pair = generator.generateKeyPair();
    Path file = Files.writeString(folder.resolve("weak.pem"), Pem.of(pair.getPrivate()));
    refused(
        () -> GivenIdentity.ofPem(certificate, file),
        "The key in " + file + " is of a kind, or too short, for which no client would trust");
  }

  @Test
  void pkcs12IsOpenedWithItsPassword() throws Exception {
    Path file = pkcs12("open sesame");
    Path password = Files.writeString(folder.resolve("password"), "open sesame\n");
    assertThat(GivenIdentity.ofPkcs12(file, password)).isEqualTo(made);
    Path wrong = Files.writeString(folder.resolve("wrong"), "open barley\n");
    refused(() -> GivenIdentity.ofPkcs12(file, wrong), "the password is another one");
    refused(() -> GivenIdentity.ofPkcs12(file, null), "the password is another one");
    refused(() -> GivenIdentity.ofPkcs12(certificate, password), "it is not a PKCS#12 file");
    refused(() -> GivenIdentity.ofPkcs12(file, folder.resolve("none")), "There is no file");
  }

  @Test
  void theKeyIsNotInTheTextOfAnIdentity() {
    assertThat(made).hasToString("Identity[" + made.fingerprint() + "]");
  }

  private Identity identity(String name) throws Exception {
    return new OwnIdentity(
            Files.createDirectory(folder.resolve(name)), InstantSource.system(), new SecureRandom())
        .loadOrMake(new Reach("pc", List.of("localhost"), List.of()));
  }

  /** SEC 1, with the curve inside. */
  private String asOpensslWrites() throws Exception {
    var bits =
        new org.bouncycastle.asn1.sec.ECPrivateKey(
            256, ((ECPrivateKey) made.key()).getS(), SECObjectIdentifiers.secp256r1);
    return written(new PemObject("EC PRIVATE KEY", bits.getEncoded()));
  }

  private String withPassword() throws Exception {
    return written(
        new JcaMiscPEMGenerator(
            made.key(),
            new JcePEMEncryptorBuilder("AES-128-CBC")
                .setProvider(new BouncyCastleProvider())
                .build("secret".toCharArray())));
  }

  private static String written(PemObjectGenerator what) throws IOException {
    var text = new StringWriter();
    try (var writer = new PemWriter(text)) {
      writer.writeObject(what);
    }
    return text.toString();
  }

  private Path pkcs12(String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "chat", made.key(), password.toCharArray(), made.chain().toArray(Certificate[]::new));
    Path file = folder.resolve("chat.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  private static void refused(ThrowingCallable reading, String sentence) {
    assertThatThrownBy(reading)
        .isInstanceOf(BadIdentity.class)
        .hasMessageContaining(sentence)
        .message()
        .endsWith(".")
        .hasLineCount(1);
  }
}
