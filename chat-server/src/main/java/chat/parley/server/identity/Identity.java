package chat.parley.server.identity;

import chat.parley.model.Fingerprint;
import chat.parley.wire.KeyPrint;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
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

  /** Whether what the private key signs is what the certificate vouches for. */
  boolean fits() {
    PublicKey shown = certificate().getPublicKey();
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(shown);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // of another kind, or of another length
    }
  }

  /** Without the key, which has no place in a log. */
  @Override
  public String toString() {
    return "Identity[" + fingerprint() + "]";
  }
}
