package chat.parley.server.identity;

import chat.parley.model.Fingerprint;
import chat.parley.wire.KeyPrint;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * A private key and the certificate that goes with it.
 *
 * @param chain the server's certificate first, then those that vouch for it, if any
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final byte[] SAMPLE = {1, 2, 3};

  /** Java's TLS refuses shorter ones, and so do browsers. */
  private static final int LEAST_RSA_BITS = 1024;

  static {
    // Else a client of TLS 1.2 may ask for one handshake after the other on the same connection.
    System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
  }

  public Identity {
    chain = List.copyOf(chain);
  }

  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** What clients remember this server by. */
  public Fingerprint fingerprint() {
    return KeyPrint.of(certificate().getPublicKey());
  }

  /** The certificate as a file that browsers and systems can import. */
  public String pem() {
    return Pem.of(certificate());
  }

  /** For sockets of the server's side. */
  public SSLContext context() throws BadIdentity {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      // No client is asked for a certificate, so nobody's word for one is needed: without this, all
      // authorities that Java knows would be read.
      var trusted = new TrustManager[0];
      context.init(new KeyManager[] {new OneKey(this)}, trusted, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new BadIdentity("This Java cannot use the server's key: " + e.getMessage(), e);
    }
  }

  /** Whether TLS can be spoken with a key of this kind and length. */
  boolean isOfUse() {
    if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
      return false;
    }
    try {
      signed();
      return true;
    } catch (GeneralSecurityException e) {
      return false; // such as on a curve that Java does not know
    }
  }

  /** Whether what the private key signs is what the certificate vouches for. */
  boolean fits() {
    try {
      byte[] signed = signed();
      Signature signature = Signature.getInstance(algorithm());
      signature.initVerify(certificate().getPublicKey());
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // of another kind, or of another length
    }
  }

  private byte[] signed() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm());
    signature.initSign(key);
    signature.update(SAMPLE);
    return signature.sign();
  }

  private String algorithm() throws NoSuchAlgorithmException {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      case "EdDSA" -> "EdDSA";
      default -> throw new NoSuchAlgorithmException(key.getAlgorithm());
    };
  }

  /** Without the key, which has no place in a log. */
  @Override
  public String toString() {
    return "Identity[" + fingerprint() + "]";
  }
}
