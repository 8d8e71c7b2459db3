package chat.parley.server.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the key and the certificate that an operator brings along. */
public final class GivenIdentity {
  private GivenIdentity() {}

  /** Both in PEM form; the certificate's file may hold those that vouch for it behind it. */
  public static Identity ofPem(Path certificate, Path key) throws BadIdentity {
    return checked(
        new Identity(
            Pem.key(text(key), key.toString()),
            Pem.certificates(text(certificate), certificate.toString())),
        key,
        certificate + " and " + key);
  }

  /**
   * Both in one PKCS#12 file.
   *
   * @param password a file whose first line is the password; null for none
   */
  public static Identity ofPkcs12(Path file, @Nullable Path password) throws BadIdentity {
    char[] secret =
        password == null
            ? new char[0]
            : text(password).lines().findFirst().orElse("").toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes(file)), secret);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, secret) instanceof PrivateKey key) {
          return checked(new Identity(key, chain(store, alias)), file, "What is in " + file);
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new BadIdentity(
          file + " cannot be opened: it is not a PKCS#12 file, or the password is another one.", e);
    }
    throw new BadIdentity("There is no private key in " + file + ".", null);
  }

  private static List<X509Certificate> chain(KeyStore store, String alias)
      throws GeneralSecurityException {
    Certificate[] chain = store.getCertificateChain(alias);
    return Stream.of(chain).map(X509Certificate.class::cast).toList();
  }

  /**
   * @param key the file in which the key was
   */
  private static Identity checked(Identity identity, Path key, String what) throws BadIdentity {
    if (!identity.isOfUse()) {
      throw new BadIdentity(
          "The key in "
              + key
              + " is of a kind, or too short, for which no client would trust the server. Make one"
              + " of RSA with 2048 bits, or on the curve P-256.",
          null);
    }
    if (!identity.fits()) {
      throw new BadIdentity(what + " do not belong together: the key is another one.", null);
    }
    return identity;
  }

  private static String text(Path file) throws BadIdentity {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) throws BadIdentity {
    if (file.toString().isBlank()) {
      throw new BadIdentity("The file of the certificate, or of its key, has no name.", null);
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new BadIdentity("There is no file " + file + ".", e);
    } catch (AccessDeniedException e) {
      throw new BadIdentity("The server may not read " + file + ".", e);
    } catch (IOException e) {
      throw new BadIdentity(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
