package chat.parley.desktop.app;

import chat.parley.client.Journal.Login;
import chat.parley.desktop.platform.SecretStore;
import chat.parley.desktop.viewmodel.Texts;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the token of a log-in where the system keeps secrets, and in its place a name by which it
 * is found there. Where there is no such place, or it does not take it, the token stays where it
 * is. Used under the locks of {@link Cache}, by which it is guarded.
 */
final class TokenPlace {
  private static final Logger log = LoggerFactory.getLogger(TokenPlace.class);

  /** No token of a server looks like this. */
  private static final String ELSEWHERE = "kept by the system: ";

  private final SecretStore store;
  private @Nullable String name;
  private @Nullable String token;

  /** What did not work is not tried at every log-in. */
  private boolean given;

  TokenPlace(SecretStore store) {
    this.store = store;
  }

  /** What is to be written in place of this log-in. */
  Login away(Login login) {
    if (name != null && login.token().equals(token)) {
      return with(login, ELSEWHERE + name);
    }
    String place = name == null ? UUID.randomUUID().toString() : name;
    if (!given && store.keep(place, login.token())) {
      name = place;
      token = login.token();
      return with(login, ELSEWHERE + place);
    }
    given = true;
    if (name != null) {
      store.forget(name);
    }
    name = null;
    token = null;
    return login;
  }

  /**
   * The log-in as it was before {@link #away}.
   *
   * @return null when somebody took the token out of the store
   * @throws CacheException with one sentence when the store does not answer
   */
  @Nullable Login back(Login written) {
    if (!written.token().startsWith(ELSEWHERE)) {
      return written;
    }
    String place = written.token().substring(ELSEWHERE.length());
    if (!place.equals(name) || token == null) {
      Optional<String> found = find(place);
      if (found.isEmpty()) {
        log.warn("The system's store has no key of {} any more.", written.user().name());
        return null;
      }
      name = place;
      token = found.get();
    }
    return with(written, token);
  }

  private Optional<String> find(String place) {
    try {
      return store.find(place);
    } catch (IOException e) {
      throw new CacheException(Texts.of("cache.secret.locked"), e);
    }
  }

  /** Nobody is logged in any more. */
  void forget(@Nullable Login written) {
    if (written != null && written.token().startsWith(ELSEWHERE)) {
      store.forget(written.token().substring(ELSEWHERE.length()));
    }
    name = null;
    token = null;
  }

  /** Whether the token is in the system's store. */
  boolean isElsewhere() {
    return name != null;
  }

  private static Login with(Login login, String token) {
    return new Login(login.epoch(), token, login.user());
  }
}
