package chat.parley.protocol;

import java.util.List;
import javax.net.ssl.SSLSocket;

/**
 * What both ends speak below the protocol. Said here, since what a Java allows by itself is a
 * setting of that Java.
 */
public final class Tls {
  /** The newest first. */
  public static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

  /**
   * Ciphers that authenticate what they encrypt, with keys of which none can be found out later
   * (RFC 9325 section 4.2).
   */
  public static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private Tls() {}

  /** Before the handshake. */
  public static void restrict(SSLSocket socket) {
    socket.setEnabledProtocols(VERSIONS.toArray(String[]::new));
    socket.setEnabledCipherSuites(SUITES.toArray(String[]::new));
  }
}
