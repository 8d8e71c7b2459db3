package chat.parley.desktop.app;

import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.QuietListener;
import java.util.concurrent.CompletableFuture;

/** Completes a future when a client is live, and hears nothing else. */
final class WhenLive extends QuietListener {
  private final CompletableFuture<Void> live;

  WhenLive(CompletableFuture<Void> live) {
    this.live = live;
  }

  @Override
  public void onLink(Link link) {
    if (link.state() == LinkState.LIVE) {
      live.complete(null);
    }
  }
}
