package chat.parley.client;

import chat.parley.model.Fingerprint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which servers are known here, one for each address at which a server was met, and
 * where such a server is now. Called on any thread, several at a time; may wait for the disk.
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

  /** Where the server that was met at an address answered last. */
  default ServerAddress lastPlace(ServerAddress server) {
    return server;
  }

  /**
   * Where else somebody says that it is now, the likeliest first. Whoever answers there is believed
   * by the key of {@link #keyOf} and by nothing else.
   */
  default List<ServerAddress> rumours(ServerAddress server) {
    return List.of();
  }

  /** It answered at that place, and has shown its key. */
  default void isAt(ServerAddress server, ServerAddress place) {}

  /**
   * Somebody logged in there.
   *
   * @param history what it calls the history it has, by which servers that share a key are told
   *     apart
   */
  default void hasHistory(ServerAddress server, String history) {}

  /**
   * Whoever lets somebody in at its last place has its key and another history than it had.
   *
   * @return whether that is another server, which it is where nobody was let in before; else a
   *     backup was put back there. What is not there is looked for where it was met.
   */
  default boolean isAnother(ServerAddress server) {
    return false;
  }

  /** It is at none of these places. Returns at once; others may turn up. */
  default void isLost(ServerAddress server) {}

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
