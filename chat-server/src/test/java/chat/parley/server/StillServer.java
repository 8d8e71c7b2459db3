package chat.parley.server;

import chat.parley.model.Door;
import chat.parley.server.file.Quotas;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The server for pictures: it is always the same minute, and people get the same ids in each run.
 * In all else it is the server that an operator starts.
 */
public final class StillServer {
  /** What o'clock it is there. */
  public static final Instant NOW = Instant.parse("2026-11-02T09:41:00Z");

  private StillServer() {}

  public static void main(String[] args) throws Exception {
    List<String> said = List.of(args);
    var config =
        new ServerConfig(
            value(said, "--bind"),
            Integer.parseInt(value(said, "--port")),
            Path.of(value(said, "--data")),
            value(said, "--name"),
            Door.GUESTS,
            true,
            new Encryption.OwnKey(),
            Quotas.DEFAULT,
            null);
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed("pictures".getBytes(StandardCharsets.UTF_8));
    DataFolder.make(config.data());
    try (var _ = ParleyServer.start(config, InstantSource.fixed(NOW), random)) {
      new CountDownLatch(1).await(); // Until it is ended.
    }
  }

  private static String value(List<String> said, String option) {
    return said.get(said.indexOf(option) + 1);
  }
}
