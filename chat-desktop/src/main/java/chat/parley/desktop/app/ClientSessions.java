package chat.parley.desktop.app;

import chat.parley.client.ClientConfig;
import chat.parley.client.ClientListener;
import chat.parley.client.ParleyClient;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.outside.Sessions;
import java.io.IOException;

/** Opens a person's cache on disk and a client that keeps it up to date. */
final class ClientSessions implements Sessions {
  private final Profile profile;
  private final String agent;

  /**
   * @param agent this app and its version, for the server's operator
   */
  ClientSessions(Profile profile, String agent) {
    this.profile = profile;
    this.agent = agent;
  }

  @Override
  public Session open(ServerAddress address, String name, ClientListener listener)
      throws IOException {
    Cache cache = Cache.open(profile.cache(address, name));
    var snapshot = cache.snapshot();
    var client = ParleyClient.start(ClientConfig.guest(address, agent, name), cache, listener);
    return new Session(cache, snapshot, new ClientConnection(client, cache));
  }
}
