package chat.parley.server;

import chat.parley.server.identity.BadIdentity;
import chat.parley.server.identity.GivenIdentity;
import chat.parley.server.identity.Identity;
import chat.parley.server.identity.OwnIdentity;
import chat.parley.server.identity.Reach;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The server's key and certificate, which are read while the database is opened. */
final class EarlyIdentity {
  /** An identity, and what makes sockets of it. */
  record Ready(Identity identity, SSLContext tls) {}

  private final FutureTask<@Nullable Ready> reading;

  private EarlyIdentity(ServerConfig config) {
    reading =
        new FutureTask<>(
            () -> {
              Identity identity = read(config);
              return identity == null ? null : new Ready(identity, identity.context());
            });
  }

  /** Where there is no folder yet this waits: the store makes it, for its owner only. */
  static EarlyIdentity begin(ServerConfig config) {
    var identity = new EarlyIdentity(config);
    if (Files.isDirectory(config.data())) {
      Thread.ofPlatform().name("parley-identity").daemon().start(identity.reading);
    }
    return identity;
  }

  /** Null without TLS. Blocks until it is read. */
  @Nullable Ready get() throws StartFailure {
    reading.run(); // does nothing where it was begun
    try {
      return reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BadIdentity bad) {
        throw new StartFailure(bad.sentence(), bad);
      }
      throw new IllegalStateException("The key could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("The start was interrupted.", e);
    }
  }

  private static @Nullable Identity read(ServerConfig config) throws BadIdentity {
    return switch (config.encryption()) {
      case Encryption.Off _ -> null;
      case Encryption.OwnKey _ ->
          new OwnIdentity(config.data(), InstantSource.system(), new SecureRandom())
              .loadOrMake(Reach.ofThisComputer());
      case Encryption.PemFiles files -> GivenIdentity.ofPem(files.certificate(), files.key());
      case Encryption.Pkcs12 file -> GivenIdentity.ofPkcs12(file.file(), file.password());
    };
  }
}
