package chat.parley.desktop.platform;

import java.io.IOException;
import java.util.Optional;

/**
 * Where the system keeps secrets of programs, locked by the person's own log-in to the computer.
 * For any thread; waits for other programs, and a person may be asked for a password.
 */
public interface SecretStore {
  /** A system that has none, or none that this program can speak to. */
  SecretStore NONE =
      new SecretStore() {
        @Override
        public boolean keep(String name, String secret) {
          return false;
        }

        @Override
        public Optional<String> find(String name) {
          return Optional.empty();
        }

        @Override
        public void forget(String name) {}
      };

  /**
   * Keeps a secret, in place of another one of that name.
   *
   * @param name letters, digits and dashes
   * @return false when it is not there now, whatever the reason
   */
  boolean keep(String name, String secret);

  /**
   * @return empty when there is none of that name
   * @throws IOException when the store does not answer, so that nobody knows
   */
  Optional<String> find(String name) throws IOException;

  /** Harmless when there is none of that name; what cannot be taken out stays. */
  void forget(String name);
}
