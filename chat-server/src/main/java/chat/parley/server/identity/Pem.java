package chat.parley.server.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
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
            return new JcaPEMKeyConverter().getPrivateKey(key);
          }
          case PEMKeyPair pair -> {
            return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
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
    } catch (IOException | IllegalArgumentException e) {
      throw new BadIdentity(name + " is not a private key in PEM form.", e);
    }
    throw new BadIdentity("There is no private key in " + name + ".", null);
  }
}
