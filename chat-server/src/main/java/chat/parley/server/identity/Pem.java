package chat.parley.server.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Keys and certificates as text, which is how most tools hand them over. */
final class Pem {
  private Pem() {}

  static String of(X509Certificate certificate) {
    return written(certificate);
  }

  static String of(PrivateKey key) {
    try {
      return written(new JcaPKCS8Generator(key, null));
    } catch (IOException e) {
      throw new IllegalStateException("A key of our own can be written", e);
    }
  }

  static String of(PublicKey key) {
    return written(key);
  }

  private static String written(Object what) {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(what);
    } catch (IOException e) {
      throw new IllegalStateException("Nothing can fail in memory", e);
    }
    return text.toString();
  }

  /**
   * @param name of the file, for the sentence
   */
  static List<X509Certificate> certificates(String text, String name) throws BadIdentity {
    try {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (CertificateException e) {
      throw new BadIdentity(name + " is not a certificate in PEM form.", e);
    }
    throw new BadIdentity("There is no certificate in " + name + ".", null);
  }

  /**
   * The first private key in the text; what else is in there, such as the parameters of its curve,
   * is passed over.
   */
  static PrivateKey key(String text, String name) throws BadIdentity {
    try (var parser = new PEMParser(new StringReader(text))) {
      for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
        switch (found) {
          case PrivateKeyInfo key -> {
            return key(key);
          }
          case PEMKeyPair pair -> {
            return key(pair.getPrivateKeyInfo());
          }
          case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
              throw new BadIdentity(
                  "The key in "
                      + name
                      + " has a password; give it without one, or as a PKCS#12 file.",
                  null);
          default -> {}
        }
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new BadIdentity(name + " is not a private key in PEM form.", e);
    }
    throw new BadIdentity("There is no private key in " + name + ".", null);
  }

  /** Whether the text has this public key beside the private one; empty when it has none at all. */
  static Optional<Boolean> isBeside(PublicKey key, String text) {
    try (var parser = new PEMParser(new StringReader(text))) {
      for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
        if (found instanceof SubjectPublicKeyInfo shown) {
          return Optional.of(Arrays.equals(shown.getEncoded(), key.getEncoded()));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** By Java's own provider: to set up the library's own would take a tenth of a server's start. */
  private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
    String kind = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
    return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }
}
