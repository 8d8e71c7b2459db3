package chat.parley.server;

import chat.parley.discovery.Ways;
import chat.parley.model.Door;
import chat.parley.model.Names;
import chat.parley.server.file.Quotas;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides.
 *
 * @param bind the address to listen on; 0.0.0.0 for all
 * @param port 0 for any free one
 * @param data the folder that holds everything that lasts
 * @param name what people call this server, see {@link Names#problemWithServer}
 * @param door whom the server lets in
 * @param rateLimits false lifts the rates and the connections per address, and nothing else
 * @param quotas how much people may upload
 * @param announced by what ways apps on the network find it by themselves; null for none
 */
public record ServerConfig(
    String bind,
    int port,
    Path data,
    String name,
    Door door,
    boolean rateLimits,
    Encryption encryption,
    Quotas quotas,
    @Nullable Ways announced) {
  public static final int DEFAULT_PORT = 7070;

  /** One that lets guests in. */
  public ServerConfig(
      String bind, int port, Path data, String name, boolean rateLimits, Encryption encryption) {
    this(bind, port, data, name, Door.GUESTS, rateLimits, encryption, Quotas.DEFAULT);
  }

  /** One with the usual room for files. */
  public ServerConfig(
      String bind,
      int port,
      Path data,
      String name,
      Door door,
      boolean rateLimits,
      Encryption encryption) {
    this(bind, port, data, name, door, rateLimits, encryption, Quotas.DEFAULT);
  }

  /** One that is not announced. */
  public ServerConfig(
      String bind,
      int port,
      Path data,
      String name,
      Door door,
      boolean rateLimits,
      Encryption encryption,
      Quotas quotas) {
    this(bind, port, data, name, door, rateLimits, encryption, quotas, null);
  }

  public ServerConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 1 to 65535, not " + port + ".");
    }
    Names.problemWithServer(name)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
  }
}
