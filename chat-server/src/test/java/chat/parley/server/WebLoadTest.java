package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What the first visit costs, and the second. */
@Tag("browser")
class WebLoadTest {
  private static final long MOST_BYTES = 150 * 1024;
  private static final double MOST_MS = 1_000;

  /** What lets the page open while the server is off has its files already. */
  private static final String FORGET =
      "for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();"
          + " for (const name of await caches.keys()) await caches.delete(name);";

  @TempDir Path folder;

  @Test
  void firstVisitIsSmallAndQuickAndTheSecondFetchesNothingAgain() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder)) {
      ann.go(server);
      ann.awaitThere("#login-name");
      double best = Double.MAX_VALUE;
      long bytes = 0;
      for (int i = 0; i < 3; i++) {
        ann.later(FORGET);
        ann.command("Network.clearBrowserCache", Map.of());
        ann.go(server);
        ann.awaitThere("#login-name");
        ann.await("the mark", "return performance.getEntriesByName('parley-ready').length === 1");
        best =
            Math.min(
                best,
                ((Number)
                        ann.js("return performance.getEntriesByName('parley-ready')[0].startTime"))
                    .doubleValue());
        bytes = fetched(ann);
      }
      ann.go(server);
      ann.awaitThere("#login-name");
      long again = fetched(ann);
      System.out.printf(
          "the web client: %d KB at the first visit, ready after %.0f ms; %d KB at the second%n",
          bytes / 1024, best, again / 1024);
      assertThat(bytes).isBetween(1L, MOST_BYTES);
      assertThat(best).isLessThan(MOST_MS);
      assertThat(again).isLessThan(4 * 1024);
    }
  }

  @Test
  void byTlsThePageTalksToo() throws Exception {
    try (Browser ann = Browser.open("--ignore-certificate-errors");
        ServerProcess server = ServerProcess.startSecure(folder)) {
      ann.go("https://127.0.0.1:" + server.port() + "/");
      ann.type("#login-name", "Ann" + Keys.ENTER);
      ann.awaitThere("#composer");
      ann.say("in secret");
      ann.awaitMessage("in secret");
      ann.awaitAllSent();
      ann.click("#me");
      ann.awaitText("Turn notifications on");
    }
  }

  private static long fetched(Browser ann) {
    return ((Number)
            ann.js(
                "return [...performance.getEntriesByType('navigation'),"
                    + " ...performance.getEntriesByType('resource')]"
                    + ".reduce((sum, entry) => sum + entry.transferSize, 0)"))
        .longValue();
  }
}
