package chat.parley.desktop.app;

import chat.parley.client.ClientConfig;
import chat.parley.client.ClientListener;
import chat.parley.client.Invitation;
import chat.parley.client.ParleyClient;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.platform.SecretStore;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.model.Fingerprint;
import chat.parley.protocol.Command;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens a person's cache on disk and a client that keeps it up to date. */
final class ClientSessions implements Sessions {
  private final Profile profile;
  private final String agent;
  private final Whereabouts known;
  private final SecretStore secrets;
  private final ClientTransfers.Computer computer;
  private final Supplier<CompletionStage<?>> shown;

  /**
   * @param agent this app and its version, for the server's operator
   * @param secrets where this system keeps keys
   * @param computer what is done with files here
   * @param shown asked for each session: complete when the window shows what its cache has
   * @throws CacheException with one sentence when the keys of servers cannot be read
   */
  ClientSessions(
      Profile profile,
      String agent,
      SecretStore secrets,
      ClientTransfers.Computer computer,
      Supplier<CompletionStage<?>> shown) {
    this.shown = shown;
    this.profile = profile;
    this.agent = agent;
    this.secrets = secrets;
    this.computer = computer;
    this.known =
        new Whereabouts(
            KnownServersFile.read(profile.knownServers()), PlacesFile.read(profile.places()));
  }

  /** The servers that were met from this computer. */
  Whereabouts known() {
    return known;
  }

  @Override
  public Session open(Invitation way, String keptAs, Command.Auth auth, ClientListener listener)
      throws IOException {
    ServerAddress address = way.server();
    if (way.key() != null) {
      keep(address, way.key());
    }
    Cache cache = Cache.open(profile.cache(address, keptAs), secrets);
    var snapshot = cache.snapshot();
    ClientConfig config = ClientConfig.of(address, known, agent, auth);
    var client = ParleyClient.start(config, cache, listener, shown.get());
    var transfers = new ClientTransfers(config, client, cache, computer);
    Runnable leave = known.await(address, client::retryNow);
    return new Session(
        cache,
        snapshot,
        new ClientConnection(client, cache, transfers, new Acquainted(address, known, leave)));
  }

  @Override
  public Invitation asMet(Invitation way, @Nullable String history, List<ServerAddress> before) {
    return known.asMet(way, history, before);
  }

  /** What becomes known of one server. */
  private record Acquainted(ServerAddress address, Whereabouts known, Runnable leave)
      implements ClientConnection.Acquaintance {
    @Override
    public void trust(Fingerprint key) throws IOException {
      known.trust(address, key);
    }

    @Override
    public ServerAddress place() {
      return known.lastPlace(address);
    }

    @Override
    public void end() {
      leave.run();
    }
  }

  /** Before anybody is asked for it: the server must show the key that the invitation names. */
  private void keep(ServerAddress address, Fingerprint key) {
    try {
      known.expects(address, key);
    } catch (IOException e) {
      throw new CacheException(Texts.of("key.not.kept"), e);
    }
  }
}
