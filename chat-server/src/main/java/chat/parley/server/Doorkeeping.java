package chat.parley.server;

import chat.parley.server.access.Bookmarks;
import chat.parley.server.access.Credentials;
import chat.parley.server.access.HashPool;
import chat.parley.server.access.LoginGuard;
import chat.parley.server.access.Passes;
import chat.parley.server.access.Passwords;
import chat.parley.server.access.SealedMemory;
import chat.parley.server.access.Secrets;
import chat.parley.server.access.SetUpCode;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Puts together by what people prove who they are. */
final class Doorkeeping {
  private Doorkeeping() {}

  static Credentials of(ServerConfig config, Store store, Secrets secrets, InstantSource clock)
      throws StartFailure {
    var files = new SecretFiles(config.data());
    byte[] key = files.passKey(secrets::key);
    var passwords = new Passwords(new SecureRandom());
    return new Credentials(
        passwords,
        passwords.decoy(),
        new HashPool(),
        new LoginGuard(new SealedMemory(memory(store), key), clock, config.rateLimits()),
        new Passes(key, clock),
        new Bookmarks(key),
        setUp(files, store, secrets));
  }

  private static SetUpCode setUp(SecretFiles files, Store store, Secrets secrets)
      throws StartFailure {
    if (store.hasOwner()) {
      files.forgetSetUpCode();
      return new SetUpCode(null);
    }
    String code = secrets.code();
    files.keepSetUpCode(code);
    return new SetUpCode(code);
  }

  private static LoginGuard.Memory memory(Store store) {
    return new LoginGuard.Memory() {
      @Override
      public Optional<LoginGuard.Failures> read(String aim) {
        return store
            .failedLogIns(aim)
            .map(failures -> new LoginGuard.Failures(failures.count(), failures.at()));
      }

      @Override
      public void write(String aim, LoginGuard.Failures failures) {
        store.submit(new Write.CountFailures(aim, failures.count(), failures.at()), _ -> {});
      }
    };
  }
}
