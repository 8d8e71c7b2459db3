package chat.parley.client;

import chat.parley.model.Fingerprint;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which servers are known here, one for each address. Called on any thread, several at
 * a time; may wait for the disk.
 */
public interface KnownServers {
  /** Null for a server that was never met by TLS. */
  @Nullable Fingerprint keyOf(ServerAddress server);

  /**
   * A server showed its key, or an invitation named it. It is kept when this returns, unless
   * another one is known already.
   *
   * @return the one that is known now
   * @throws IOException when it cannot be kept
   */
  Fingerprint met(ServerAddress server, Fingerprint key) throws IOException;

  /**
   * A person decided that the server has this key from now on.
   *
   * @throws IOException when it cannot be kept
   */
  void trust(ServerAddress server, Fingerprint key) throws IOException;

  /** Knows nobody at first, and forgets everybody with the process. */
  static KnownServers inMemory() {
    return new KnownServers() {
      private final Map<ServerAddress, Fingerprint> keys = new ConcurrentHashMap<>();

      @Override
      public @Nullable Fingerprint keyOf(ServerAddress server) {
        return keys.get(server);
      }

      @Override
      public Fingerprint met(ServerAddress server, Fingerprint key) {
        Fingerprint before = keys.putIfAbsent(server, key);
        return before == null ? key : before;
      }

      @Override
      public void trust(ServerAddress server, Fingerprint key) {
        keys.put(server, key);
      }
    };
  }
}
