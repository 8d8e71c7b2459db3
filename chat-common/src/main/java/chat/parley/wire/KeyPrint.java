package chat.parley.wire;

import chat.parley.model.Fingerprint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;

/** Takes the fingerprint of a key, on both ends alike. */
public final class KeyPrint {
  private KeyPrint() {}

  /** The SHA-256 of the key as X.509 writes it (SubjectPublicKeyInfo, DER). */
  public static Fingerprint of(PublicKey key) {
    try {
      return Fingerprint.of(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
