package chat.parley.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether the port speaks TLS, and by which key. */
public sealed interface Encryption {
  /** None: everybody on the way can read along. */
  record Off() implements Encryption {}

  /** A key that the server makes at its first start and keeps with its data. */
  record OwnKey() implements Encryption {}

  /** The operator's certificate and key, both in PEM form. */
  record PemFiles(Path certificate, Path key) implements Encryption {}

  /**
   * Both in one file.
   *
   * @param password a file whose first line is the password; null for none
   */
  record Pkcs12(Path file, @Nullable Path password) implements Encryption {}
}
