package chat.parley.client;

import chat.parley.model.Fingerprint;
import chat.parley.wire.KeyPrint;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Believes a server by its key and by nothing else: on a network of one's own there are no names
 * that an authority could vouch for. So neither the name nor the dates in the certificate matter.
 * For one handshake.
 */
final class PinnedKey extends X509ExtendedTrustManager {
  private final @Nullable Fingerprint known;
  private @Nullable Fingerprint shown;

  /**
   * @param known null to believe any, on a first visit
   */
  PinnedKey(@Nullable Fingerprint known) {
    this.known = known;
  }

  /** What the other side showed; null as long as it did not. That it has the key is not said. */
  @Nullable Fingerprint shown() {
    return shown;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    shown = KeyPrint.of(chain[0].getPublicKey());
    if (known != null && !known.equals(shown)) {
      throw new CertificateException("The server has another key than the one that is known.");
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("A client asks nobody for a certificate.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("A client asks nobody for a certificate.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("A client asks nobody for a certificate.");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
