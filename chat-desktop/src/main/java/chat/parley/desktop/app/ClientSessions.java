package chat.parley.desktop.app;

import chat.parley.client.ClientListener;
import chat.parley.desktop.viewmodel.outside.ServerAddress;
import chat.parley.desktop.viewmodel.outside.Sessions;
import java.io.IOException;

/** Opens a person's cache on disk and a client that keeps it up to date. */
final class ClientSessions implements Sessions {
  private final Profile profile;

  ClientSessions(Profile profile) {
    this.profile = profile;
  }

  @Override
  public Session open(ServerAddress address, String name, ClientListener listener)
      throws IOException {
    Cache cache = Cache.open(profile.cache(address, name));
    throw new UnsupportedOperationException("no client yet " + cache);
  }
}
