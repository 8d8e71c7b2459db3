package chat.parley.server;

import chat.parley.discovery.Ways;
import chat.parley.model.Fingerprint;
import chat.parley.model.Release;
import chat.parley.model.Storage;
import chat.parley.protocol.Advert;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import chat.parley.server.access.Access;
import chat.parley.server.access.Credentials;
import chat.parley.server.access.NameKey;
import chat.parley.server.access.Secrets;
import chat.parley.server.command.Dispatch;
import chat.parley.server.command.House;
import chat.parley.server.command.Signboard;
import chat.parley.server.discovery.Announcements;
import chat.parley.server.file.Quotas;
import chat.parley.server.file.Shelf;
import chat.parley.server.frontdoor.CannotListen;
import chat.parley.server.frontdoor.FrontDoor;
import chat.parley.server.frontdoor.FrontDoorConfig;
import chat.parley.server.http.CertificatePage;
import chat.parley.server.http.FilePages;
import chat.parley.server.http.Installers;
import chat.parley.server.http.Pages;
import chat.parley.server.http.Throttle;
import chat.parley.server.identity.BadIdentity;
import chat.parley.server.identity.GivenIdentity;
import chat.parley.server.identity.Identity;
import chat.parley.server.identity.OwnIdentity;
import chat.parley.server.identity.Reach;
import chat.parley.server.room.LiveRooms;
import chat.parley.server.room.Silences;
import chat.parley.server.session.Conversation;
import chat.parley.server.session.LogInDeadline;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.session.Wire;
import chat.parley.server.store.SqliteStore;
import chat.parley.server.store.Store;
import chat.parley.server.store.StoreException;
import chat.parley.server.store.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running server. The only public door of this module: start it, ask for its port, close it. */
public final class ParleyServer implements AutoCloseable {
  private static final Duration HELLO_WITHIN = Duration.ofSeconds(5);
  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final Duration LOOK_FOR_APPS = Duration.ofMinutes(1);
  private static final String FIRST_ROOM = "lobby";

  private final ScheduledThreadPoolExecutor timer;
  private final Store store;
  private final FrontDoor door;
  private final Credentials credentials;
  private final @Nullable Fingerprint fingerprint;
  private final @Nullable Announcements announcements;

  private ParleyServer(
      ScheduledThreadPoolExecutor timer,
      Store store,
      FrontDoor door,
      Credentials credentials,
      @Nullable Fingerprint fingerprint,
      @Nullable Announcements announcements) {
    this.timer = timer;
    this.store = store;
    this.door = door;
    this.credentials = credentials;
    this.fingerprint = fingerprint;
    this.announcements = announcements;
  }

  /** Serves log-ins when it returns. */
  public static ParleyServer start(ServerConfig config) throws StartFailure {
    return start(config, InstantSource.system(), new SecureRandom());
  }

  /**
   * @param clock dates what people do
   * @param random what nobody must be able to guess is made of
   */
  static ParleyServer start(ServerConfig config, InstantSource clock, SecureRandom random)
      throws StartFailure {
    var timer = timer();
    var rooms = new LiveRooms(timer, clock);
    var members = new Memberships(rooms);
    var access = new Access(members::isMember);
    var silences = new Silences();
    Store store = null;
    try {
      store = SqliteStore.open(config.data(), new News(silences, rooms), access, clock);
      members.ask(store);
      House house = house(config, store, rooms, silences, access, clock, random);
      openFirstRoom(store, house.secrets());
      new Housekeeping(
              store,
              () -> house.server().retentionDays(),
              gone -> rooms.tellRoom(gone.room(), gone),
              house.clock())
          .start(timer);
      watchApps(config, house, timer);
      Identity identity = identity(config);
      Shelf shelf = shelf(config, house, timer);
      FrontDoor door = openDoor(config, house, identity, shelf, timer);
      Fingerprint fingerprint = identity == null ? null : identity.fingerprint();
      return new ParleyServer(
          timer,
          store,
          door,
          house.credentials(),
          fingerprint,
          announcements(config, house, door.port(), fingerprint));
    } catch (StoreException | BadIdentity e) {
      release(timer, store);
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    } catch (StartFailure e) {
      release(timer, store);
      throw e;
    }
  }

  public int port() {
    return door.port();
  }

  /** What makes somebody the owner; empty once there is one. For the operator's eyes only. */
  public Optional<String> setUpCode() {
    return credentials.setUp().code();
  }

  /** What clients remember this server by; empty without TLS. */
  public Optional<Fingerprint> fingerprint() {
    return Optional.ofNullable(fingerprint);
  }

  /** Empty while everything works; else one sentence about what does not. */
  public Optional<String> trouble() {
    return store.trouble();
  }

  /**
   * Takes no more connections, answers all that is in flight, tells everybody to come back, and
   * ends. Takes at most about ten seconds, whatever the clients do.
   */
  @Override
  public void close() {
    if (announcements != null) {
      announcements.close();
    }
    door.stopAccepting();
    store.drain(DRAIN);
    door.close(CloseCode.GOING_AWAY);
    timer.shutdownNow();
    credentials.hashes().close();
    store.close();
  }

  private static ScheduledThreadPoolExecutor timer() {
    var timer =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name("parley-timer").daemon().unstarted(task));
    // Thousands of log-in deadlines are cancelled long before they would fire.
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  private static House house(
      ServerConfig config,
      Store store,
      LiveRooms rooms,
      Silences silences,
      Access access,
      InstantSource clock,
      SecureRandom random)
      throws StartFailure {
    Limits usual = Limits.DEFAULT.withFiles(config.quotas().file());
    Limits limits = config.rateLimits() ? usual : usual.withoutRates();
    var secrets = new Secrets(random);
    var sign =
        new Signboard(
            new Event.ServerInfo(
                config.name(), Version.current(), limits, config.door(), "", 0, newestApp(config)));
    store.overview().announced().ifPresent(sign::announce);
    store
        .overview()
        .silenced()
        .forEach(
            silence -> {
              silences.put(silence.room(), silence.user(), silence.until());
              silences.reader(silence.room(), silence.user(), silence.reader());
            });
    var house =
        new House(
            sign,
            store,
            rooms,
            silences,
            access,
            new Rates(config.rateLimits(), System::nanoTime),
            secrets,
            Doorkeeping.of(config, store, secrets, clock),
            System::nanoTime,
            clock,
            clock.millis(),
            config.quotas().person(),
            () -> storage(config, store));
    house.decide(store.overview().settings());
    return house;
  }

  private static Storage storage(ServerConfig config, Store store) {
    Quotas most = config.quotas();
    return new Storage(
        store.files().bytes(),
        most.server() == Long.MAX_VALUE ? 0 : most.server(),
        config.data().toFile().getUsableSpace(),
        most.file(),
        most.person());
  }

  private static String newestApp(ServerConfig config) {
    return installers(config).release().map(Release::toString).orElse("");
  }

  /** An operator may put a package into the folder at any time. */
  private static void watchApps(
      ServerConfig config, House house, ScheduledThreadPoolExecutor timer) {
    timer.scheduleWithFixedDelay(
        () -> Thread.ofVirtual().name("apps").start(() -> house.sign().offer(newestApp(config))),
        LOOK_FOR_APPS.toMillis(),
        LOOK_FOR_APPS.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private static void openFirstRoom(Store store, Secrets secrets) {
    store.submit(
        new Write.OpenRoom(
            FIRST_ROOM, NameKey.of(FIRST_ROOM), "Everybody on this server", secrets.roomId()),
        _ -> {});
  }

  private static Conversation.Opener opener(House house, ScheduledThreadPoolExecutor timer) {
    var commands = new Dispatch(house);
    return wire -> {
      var session = new Session(wire, commands);
      session.logInBefore(
          new LogInDeadline(timer, System::nanoTime, HELLO_WITHIN.toNanos(), () -> tooSlow(wire)));
      return session;
    };
  }

  /** Null without TLS. */
  private static @Nullable Identity identity(ServerConfig config) throws BadIdentity {
    return switch (config.encryption()) {
      case Encryption.Off _ -> null;
      case Encryption.OwnKey _ ->
          new OwnIdentity(config.data(), InstantSource.system(), new SecureRandom())
              .loadOrMake(Reach.ofThisComputer());
      case Encryption.PemFiles files -> GivenIdentity.ofPem(files.certificate(), files.key());
      case Encryption.Pkcs12 file -> GivenIdentity.ofPkcs12(file.file(), file.password());
    };
  }

  private static Shelf shelf(ServerConfig config, House house, ScheduledThreadPoolExecutor timer)
      throws StartFailure {
    try {
      Shelf shelf =
          Shelf.open(
              config.data(),
              house.store(),
              house.access(),
              config.quotas(),
              house.secrets()::fileId,
              house.clock());
      shelf.start(timer);
      return shelf;
    } catch (IOException e) {
      Path files = config.data().resolve("files");
      throw new StartFailure(
          Files.exists(files, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(files)
              ? files + " is not a folder. Put the folder with people's files back in its place."
              : "The folder for files in " + config.data() + " cannot be used. Check who owns it.",
          e);
    }
  }

  private static FrontDoor openDoor(
      ServerConfig config,
      House house,
      @Nullable Identity identity,
      Shelf shelf,
      ScheduledThreadPoolExecutor timer)
      throws StartFailure, BadIdentity {
    FrontDoorConfig plain = FrontDoorConfig.of(config.bind(), config.port());
    FrontDoorConfig usual = identity == null ? plain : plain.withTls(identity.context());
    var pages =
        new Pages(
            () -> house.server().name(),
            house.server().version(),
            house.store()::trouble,
            identity == null ? null : new CertificatePage(identity.pem(), identity.fingerprint()),
            new FilePages(
                shelf,
                new CarriedPasses(house.credentials().passes(), house.store(), house.rates()),
                config.quotas()),
            installers(config),
            isTheOperators(config.encryption()),
            InstantSource.system());
    try {
      return FrontDoor.start(
          config.rateLimits() ? usual : usual.withoutAddressCap(),
          opener(house, timer),
          new Throttle(pages, address -> house.rates().take(Rates.Kind.REQUESTS, address)));
    } catch (CannotListen e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  /** What others can take from here. */
  private static Installers installers(ServerConfig config) {
    return new Installers(config.data().resolve("get"));
  }

  /** One that browsers may trust, unlike the server's own. */
  private static boolean isTheOperators(Encryption encryption) {
    return switch (encryption) {
      case Encryption.PemFiles _, Encryption.Pkcs12 _ -> true;
      case Encryption.OwnKey _, Encryption.Off _ -> false;
    };
  }

  /** Null when nobody is to find it. */
  private static @Nullable Announcements announcements(
      ServerConfig config, House house, int port, @Nullable Fingerprint key) {
    Ways ways = config.announced();
    if (ways == null) {
      return null;
    }
    // Not the key: servers with a certificate of their owner's may share one.
    String id = house.store().epoch();
    return Announcements.start(
        ways,
        config.bind(),
        () ->
            new Advert(
                id,
                house.server().name(),
                port,
                key,
                house.rooms().peopleConnected(),
                house.server().version()));
  }

  private static void release(ScheduledThreadPoolExecutor timer, @Nullable Store store) {
    timer.shutdownNow();
    if (store != null) {
      store.close();
    }
  }

  private static void tooSlow(Wire wire) {
    wire.close(CloseCode.TOO_SLOW_TO_LOG_IN, "Nobody logged in within five seconds.");
  }
}
