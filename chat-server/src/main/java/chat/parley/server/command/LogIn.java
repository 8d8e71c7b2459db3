package chat.parley.server.command;

import chat.parley.model.DeviceId;
import chat.parley.model.Door;
import chat.parley.model.Names;
import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.server.access.Credentials;
import chat.parley.server.access.NameKey;
import chat.parley.server.access.Passes;
import chat.parley.server.access.Secrets;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Result;
import chat.parley.server.store.Write;
import chat.parley.wire.Neighbourhood;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who comes in. Each way in either says who it is, or refuses in one sentence. */
final class LogIn {
  private static final String NOT_KNOWN =
      "This server does not know this device any more. Please enter your name again.";

  private final House house;
  private final Credentials credentials;
  private final PasswordCheck passwords;

  LogIn(House house) {
    this.house = house;
    this.credentials = house.credentials();
    this.passwords = new PasswordCheck(house);
  }

  /**
   * @param newToken by which the device comes in next time; null when the one it has stays good
   */
  record Entry(Write.Login login, @Nullable String newToken, StillIn stillIn) {}

  /**
   * Asked once more when the connection can be ended by others: what it came in by may be over
   * since.
   */
  interface StillIn {
    /** Empty for who is not let in any more. */
    Optional<User> user();
  }

  private StillIn byToken(String hash) {
    return () -> house.store().findLogin(hash).map(Write.Login::user);
  }

  Entry enter(Session session, Command.Hello hello) throws Refusal, Hangup {
    return switch (hello.auth()) {
      case Command.Auth.Guest guest -> guest(session, guest, hello.agent());
      case Command.Auth.Token token -> again(session, token);
      case Command.Auth.Password password -> account(session, password, hello.agent());
      case Command.Auth.Register register -> register(session, register, hello.agent());
      case Command.Auth.SetUp first -> setUp(session, first, hello.agent());
      case Command.Auth.Reset reset -> reset(session, reset, hello.agent());
      case Command.Auth.ByPass pass -> byPass(session, pass);
    };
  }

  private Entry guest(Session session, Command.Auth.Guest guest, String agent) throws Refusal {
    if (house.server().door() != Door.GUESTS) {
      throw new Refusal(
          ErrorCode.ACCOUNT_NEEDED, "This server needs an account: log in with your password.");
    }
    Newcomer newcomer = newcomer(session, guest.name(), Role.GUEST);
    String token = house.secrets().token();
    return fresh(
        house.write(
            new Write.AddGuest(newcomer.user(), newcomer.key(), device(session, agent, token))),
        token);
  }

  private Entry account(Session session, Command.Auth.Password said, String agent) throws Refusal {
    PasswordCheck.Checked known = passwords.userOf(said.name(), said.password(), session.address());
    String token = house.secrets().token();
    Write.NewDevice device = device(session, agent, token);
    return fresh(house.write(new Write.AddDevice(known.user().id(), known.hash(), device)), token);
  }

  private Entry register(Session session, Command.Auth.Register said, String agent) throws Refusal {
    Write.Right right = right(said.invite());
    Entry entry = newAccount(session, said.name(), said.password(), right, agent);
    used(right);
    return entry;
  }

  /** Somebody has an account by that right: who was the first closes the way they came. */
  void used(Write.Right right) {
    if (right instanceof Write.Right.First) {
      credentials.setUp().close();
    }
  }

  /** By what somebody registers here; the set-up code is taken in the place of an invitation. */
  Write.Right right(@Nullable String invite) throws Refusal {
    if (invite != null && credentials.setUp().fits(invite)) {
      return new Write.Right.First();
    }
    if (house.server().door() == Door.CLOSED) {
      throw new Refusal(
          ErrorCode.FORBIDDEN, "Nobody can register here. Ask the people who run this server.");
    }
    if (invite != null && !invite.isBlank()) {
      return new Write.Right.Invited(Secrets.hash(invite.strip()));
    }
    if (house.server().door() == Door.INVITE) {
      throw new Refusal(ErrorCode.BAD_INVITE, "Registering here takes an invitation.");
    }
    return new Write.Right.Open();
  }

  /** Where there is nothing to set up, this way in does not exist. */
  private Entry setUp(Session session, Command.Auth.SetUp said, String agent)
      throws Refusal, Hangup {
    if (!credentials.setUp().isOpen()) {
      session.refuse(0, ErrorCode.UNSUPPORTED, Command.Auth.notOffered("set_up"), 0);
      throw new Hangup(CloseCode.BAD_MESSAGE, "The first message must be a hello.");
    }
    house.requireRate(Rates.Kind.ACCOUNT, Neighbourhood.of(session.address()));
    if (!credentials.setUp().fits(said.code())) {
      throw new Refusal(
          ErrorCode.BAD_INVITE,
          "That is not this server's set-up code. It is where it was started.");
    }
    var right = new Write.Right.First();
    Entry owner = newAccount(session, said.name(), said.password(), right, agent);
    used(right);
    return owner;
  }

  private Entry newAccount(
      Session session, String name, String password, Write.Right right, String agent)
      throws Refusal {
    passwords.requireRoom();
    Newcomer newcomer = newcomer(session, name, Role.MEMBER);
    requireHope(newcomer, right);
    String hash = passwords.newHash(password, newcomer.user().name());
    String token = house.secrets().token();
    return fresh(
        house.write(
            new Write.AddAccount(
                newcomer.user(), newcomer.key(), hash, right, device(session, agent, token))),
        token);
  }

  /** Hashing costs much: it is not done for who is refused afterwards in any case. */
  private void requireHope(Newcomer newcomer, Write.Right right) throws Refusal {
    if (house.store().isTaken(newcomer.key())) {
      throw new Refusal(
          ErrorCode.NAME_TAKEN,
          "That name, or one that looks like it, is taken. Please choose another.");
    }
    if (right instanceof Write.Right.Invited invited
        && !house.store().isGoodInvite(invited.codeHash())) {
      throw new Refusal(
          ErrorCode.BAD_INVITE, "That invitation is not good any more. Please ask for a new one.");
    }
  }

  /** Hashing costs much: it is done for who has a code that is good. */
  private Entry reset(Session session, Command.Auth.Reset said, String agent) throws Refusal {
    house.requireRate(Rates.Kind.ACCOUNT, Neighbourhood.of(session.address()));
    String name = Names.clean(said.name());
    String key = NameKey.of(name);
    String code = Secrets.hash(said.code().strip());
    if (!house.store().overview().isReset(key, code)) {
      throw new Refusal(
          ErrorCode.BAD_INVITE,
          "That name and code do not belong together, or the code is over. Ask for a new one.");
    }
    String hash = passwords.newHash(said.password(), name);
    String token = house.secrets().token();
    Write.Renewed renewed =
        house.write(new Write.Reset(key, code, hash, device(session, agent, token)));
    house
        .rooms()
        .end(
            renewed.login().user().id(),
            renewed.ended(),
            CloseCode.LOGGED_OUT,
            "This device was logged out.");
    return fresh(renewed.login(), token);
  }

  private Entry fresh(Write.Login login, String token) {
    DeviceId device = login.device();
    return new Entry(login, token, () -> house.store().findUser(device));
  }

  private Entry again(Session session, Command.Auth.Token said) throws Refusal {
    String hash = Secrets.hash(said.token());
    String fresh = house.secrets().token();
    Result<Write.Entrance> result =
        house.result(new Write.ComeAgain(hash, Secrets.hash(fresh), session.address()));
    return switch (result) {
      case Result.Done<Write.Entrance> done -> entered(done.value(), hash, fresh);
      case Result.Refused<Write.Entrance> no -> withoutWriting(hash, no);
    };
  }

  private Entry entered(Write.Entrance entrance, String hash, String fresh) throws Refusal {
    return switch (entrance) {
      case Write.Entrance.Open open ->
          new Entry(open.login(), open.turned() ? fresh : null, byToken(hash));
      case Write.Entrance.Unknown _ -> throw new Refusal(ErrorCode.BAD_TOKEN, NOT_KNOWN);
      case Write.Entrance.Spent spent -> {
        house
            .rooms()
            .end(
                spent.user(),
                List.of(spent.device()),
                CloseCode.LOGGED_OUT,
                "This device's key was used twice.");
        throw new Refusal(ErrorCode.BAD_TOKEN, NOT_KNOWN);
      }
      case Write.Entrance.Banned banned -> throw new Refusal(ErrorCode.BANNED, banned.sentence());
    };
  }

  /** A disk that is full keeps nobody out who was here before. */
  private Entry withoutWriting(String hash, Result.Refused<Write.Entrance> no) throws Refusal {
    boolean diskIsTheReason = no.code() == ErrorCode.STORAGE;
    Optional<Write.Login> known =
        diskIsTheReason ? house.store().findLogin(hash) : Optional.empty();
    if (known.isEmpty()) {
      throw new Refusal(no.code(), no.message(), no.retryMs());
    }
    return new Entry(known.get(), null, byToken(hash));
  }

  private Entry byPass(Session session, Command.Auth.ByPass said) throws Refusal {
    Passes.Holder holder =
        credentials
            .passes()
            .check(said.pass())
            .orElseThrow(() -> new Refusal(ErrorCode.BAD_TOKEN, NOT_KNOWN));
    StillIn byPass =
        () ->
            house
                .store()
                .findByPass(holder.device(), holder.round())
                .filter(user -> user.id().equals(holder.user()));
    User user = byPass.user().orElseThrow(() -> new Refusal(ErrorCode.BAD_TOKEN, NOT_KNOWN));
    session.comesByPass();
    house
        .rooms()
        .endAt(session, holder.until(), CloseCode.GOING_AWAY, "The pass is over. Come again.");
    return new Entry(new Write.Login(user, holder.device()), null, byPass);
  }

  private record Newcomer(User user, String key) {}

  private Newcomer newcomer(Session session, String rawName, Role role) throws Refusal {
    String name = Names.clean(rawName);
    String key = keyOf(name);
    house.requireRate(Rates.Kind.GUESTS, Neighbourhood.of(session.address()));
    return new Newcomer(new User(house.secrets().userId(), name, role), key);
  }

  /**
   * What look-alike names have in common, of a name that somebody may have.
   *
   * @param name as {@link Names#clean} left it
   */
  static String keyOf(String name) throws Refusal {
    var problem = Names.problemWithUser(name);
    if (problem.isPresent()) {
      throw new Refusal(ErrorCode.BAD_NAME, problem.get());
    }
    if (NameKey.isMixed(name)) {
      throw new Refusal(
          ErrorCode.BAD_NAME, "A name is written in one alphabet: some letters are of another.");
    }
    if (NameKey.isDisguised(name)) {
      throw new Refusal(
          ErrorCode.BAD_NAME, "Some letters of that name pass for others. Please use plain ones.");
    }
    if (NameKey.isReserved(name)) {
      throw new Refusal(ErrorCode.NAME_TAKEN, "That name is kept for the server. Choose another.");
    }
    return NameKey.of(name);
  }

  private Write.NewDevice device(Session session, String agent, String token) {
    return new Write.NewDevice(
        house.secrets().deviceId(), Secrets.hash(token), agent, session.address());
  }
}
