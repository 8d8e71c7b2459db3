package chat.parley.server.frontdoor;

import java.nio.ByteBuffer;

/** First messages of TLS clients, as no Java of today would send them any more. */
final class Hellos {
  private static final int RANDOM_BYTES = 32;

  private Hellos() {}

  /**
   * A whole ClientHello with two old and two newer cipher suites.
   *
   * @param version the highest that the client speaks, 0x0301 for TLS 1.0
   */
  static byte[] of(int version) {
    short[] suites = {(short) 0xc009, (short) 0xc00a, (short) 0xc02b, (short) 0xc02c};
    byte[] extensions = {
      0,
      10,
      0,
      4,
      0,
      2,
      0,
      23, // groups: P-256
      0,
      11,
      0,
      2,
      1,
      0, // points: uncompressed
      0,
      13,
      0,
      4,
      0,
      2,
      4,
      3 // signatures: ECDSA with SHA-256
    };
    int body = 2 + RANDOM_BYTES + 1 + 2 + 2 * suites.length + 2 + 2 + extensions.length;
    ByteBuffer hello = ByteBuffer.allocate(5 + 4 + body);
    hello.put((byte) 0x16).putShort((short) 0x0301).putShort((short) (4 + body));
    hello.put((byte) 1).put((byte) 0).putShort((short) body);
    hello.putShort((short) version).put(new byte[RANDOM_BYTES]).put((byte) 0);
    hello.putShort((short) (2 * suites.length));
    for (short suite : suites) {
      hello.putShort(suite);
    }
    hello.put((byte) 1).put((byte) 0).putShort((short) extensions.length).put(extensions);
    return hello.array();
  }
}
