package chat.parley.client;

import chat.parley.model.Fingerprint;

/** Who besides the server can know what is said on a line. */
public sealed interface Secrecy {
  /** Nobody: TLS, by the key that the server is known by. */
  record Encrypted(Fingerprint key) implements Secrecy {}

  /** Everybody on the way: the server speaks no TLS and was never met by it. */
  record Open() implements Secrecy {}

  /**
   * Not known: somebody answered who has another key. Nothing was said to them, and nothing will be
   * until a person decides.
   *
   * @param known from an earlier visit or an invitation
   * @param shown by whoever answered
   */
  record KeyChanged(Fingerprint known, Fingerprint shown) implements Secrecy {}

  /**
   * Nothing was said: whoever answers speaks without TLS, and the server was met by it. Nobody can
   * decide otherwise, since that is what somebody in between would want.
   */
  record Withheld(Fingerprint known) implements Secrecy {}
}
