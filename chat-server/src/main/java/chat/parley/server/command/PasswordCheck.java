package chat.parley.server.command;

import chat.parley.model.Names;
import chat.parley.model.User;
import chat.parley.protocol.ErrorCode;
import chat.parley.server.access.Credentials;
import chat.parley.server.access.NameKey;
import chat.parley.server.access.PasswordRules;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import chat.parley.wire.Neighbourhood;
import java.util.Optional;

/** Asks whether a password is right, as seldom as somebody may who guesses. */
final class PasswordCheck {
  private final House house;
  private final Credentials credentials;

  PasswordCheck(House house) {
    this.house = house;
    this.credentials = house.credentials();
  }

  /**
   * Somebody whose password was right.
   *
   * @param hash of it, since it may be another one by the time at which something is written
   */
  record Checked(User user, String hash) {}

  /** Whose account it is; a name that nobody has is refused in the same words, as slowly. */
  Checked userOf(String rawName, String password, String from) throws Refusal {
    String address = Neighbourhood.of(from);
    String name = Names.clean(rawName);
    if (Names.problemWithUser(name).isPresent()) {
      throw wrong(); // nobody can have it, so there is nothing to guess
    }
    requireRoom();
    String key = NameKey.of(name);
    Optional<Store.Account> account = house.store().account(key);
    boolean familiar =
        account.stream()
            .flatMap(known -> known.addresses().stream())
            .anyMatch(known -> Neighbourhood.of(known).equals(address));
    requirePatience(credentials.guard().ask(key, address, familiar));
    String hash = account.map(Store.Account::password).orElse(credentials.decoy());
    Optional<Boolean> fits =
        credentials
            .hashes()
            .call(() -> credentials.passwords().fits(PasswordRules.normal(password), hash));
    if (fits.isEmpty()) {
      credentials.guard().undo(key, address, familiar);
      throw busy();
    }
    if (!fits.get() || account.isEmpty()) {
      throw wrong();
    }
    credentials.guard().passed(key, address, familiar);
    User user = account.get().user();
    return new Checked(user, renewed(user, password, hash));
  }

  /** The hash of this person's password, which is that one. */
  String require(User user, String password, String address) throws Refusal {
    Checked found = userOf(user.name(), password, address);
    if (!found.user().id().equals(user.id())) {
      throw wrong();
    }
    return found.hash();
  }

  /** The hash of a password that somebody wants to have from now on. */
  String newHash(String password, String name) throws Refusal {
    String normal = PasswordRules.normal(password);
    Optional<String> problem = PasswordRules.problem(normal, name);
    if (problem.isPresent()) {
      throw new Refusal(ErrorCode.BAD_PASSWORD, problem.get());
    }
    return credentials
        .hashes()
        .call(() -> credentials.passwords().hash(normal))
        .orElseThrow(this::busy);
  }

  /** Hashes made more cheaply are replaced when the password is at hand. */
  private String renewed(User user, String password, String hash) throws Refusal {
    if (!credentials.passwords().isOutdated(hash)) {
      return hash;
    }
    Optional<String> better =
        credentials
            .hashes()
            .call(() -> credentials.passwords().hash(PasswordRules.normal(password)));
    if (better.isPresent()) {
      house.write(new Write.SetPassword(user.id(), better.get(), hash));
    }
    return better.orElse(hash);
  }

  private static void requirePatience(long waitMs) throws Refusal {
    if (waitMs > 0) {
      long seconds = Math.max(1, (waitMs + 999) / 1000);
      throw new Refusal(
          ErrorCode.RATE_LIMITED,
          "Too many wrong passwords. Try again in "
              + (seconds < 90 ? seconds + " seconds." : (seconds + 59) / 60 + " minutes."),
          waitMs);
    }
  }

  private static Refusal wrong() {
    return new Refusal(ErrorCode.BAD_LOGIN, "That name and password do not belong together.");
  }

  /** Turns away at once whom hashing would turn away: looking things up costs something too. */
  void requireRoom() throws Refusal {
    if (credentials.hashes().isFull()) {
      throw busy();
    }
  }

  private Refusal busy() {
    return new Refusal(
        ErrorCode.BUSY,
        "Many people log in just now. Please try again in a moment.",
        credentials.hashes().turnMs());
  }
}
