package chat.parley.discovery;

import chat.parley.client.ServerAddress;
import chat.parley.protocol.Advert;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for servers on the network until it is closed, and says which are there. */
public final class ServerSearch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ServerSearch.class);
  static final long ASK_MILLIS = 2_000;

  /** The first datagram of all is the one that a sleeping network loses. */
  private static final long ASK_AGAIN_MILLIS = 300;

  private final ScheduledExecutorService loop;
  private final Sightings sightings = new Sightings();
  private final Consumer<List<FoundServer>> listener;
  private final @Nullable Questions questions;
  private final @Nullable ServiceBrowser browser;
  private List<FoundServer> last = List.of();

  private ServerSearch(
      Ways ways, Supplier<List<String>> hosts, Consumer<List<FoundServer>> listener) {
    this.listener = listener;
    loop =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("parley-search").daemon().unstarted(task));
    questions = questions(ways, hosts);
    browser = ways.multicast() ? ServiceBrowser.start(ways.here(), this::heard) : null;
    loop.schedule(this::ask, ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    loop.scheduleWithFixedDelay(this::ask, 0, ASK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Returns at once.
   *
   * @param hosts where servers were met before, who are asked by name too; called on a thread of
   *     the search
   * @param listener told the whole list whenever it is another one, on a thread of the search
   */
  public static ServerSearch start(
      Ways ways, Supplier<List<String>> hosts, Consumer<List<FoundServer>> listener) {
    return new ServerSearch(ways, hosts, listener);
  }

  private @Nullable Questions questions(Ways ways, Supplier<List<String>> hosts) {
    try {
      return Questions.open(ways, hosts, InetAddress::getByName, this::heard);
    } catch (IOException e) {
      log.warn("Nobody on the network can be asked by UDP.", e);
      return null;
    }
  }

  private void heard(Advert advert, ServerAddress at, Heard.By by) {
    if (!loop.isShutdown()) {
      loop.execute(
          () -> {
            sightings.heard(advert, at, by, System.nanoTime());
            tell();
          });
    }
  }

  private void ask() {
    try {
      if (questions != null) {
        questions.ask();
      }
      if (browser != null) {
        browser.look();
      }
      tell();
    } catch (RuntimeException e) {
      log.error("The search for servers goes on after a fault.", e);
    }
  }

  private void tell() {
    List<FoundServer> now = sightings.now(System.nanoTime());
    if (!now.equals(last)) {
      last = now;
      listener.accept(now);
    }
  }

  /** Returns at once; what was on its way may still be told. */
  @Override
  public void close() {
    loop.shutdownNow();
    if (questions != null) {
      questions.close();
    }
    if (browser != null) {
      browser.close();
    }
  }
}
