package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page opens without its server, and is no older than the server once that is there. */
@Tag("browser")
class WebOfflineTest {
  private static final String WORDS = "chat/parley/server/web/words-en.js";

  /** Once a worker has all files and answers for this page. */
  private static final String KEEPS_THE_PAGE =
      "return navigator.serviceWorker.controller?.state === 'activated'";

  private static final String KEPT =
      """
      const kept = [];
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) {
          kept.push(new URL(request.url).pathname);
        }
      }
      return kept;
      """;

  @TempDir Path folder;

  @Test
  void pageOpensWithTheServerOffAndGoesOnWhenItIsBack() throws Exception {
    try (Browser ann = Browser.open();
        Browser ben = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ben.logIn(server, "Ben");
      ann.say("before");
      ben.awaitMessage("before");
      ann.await("a worker", KEEPS_THE_PAGE);
      server.kill();
      ann.go(server);
      ann.awaitMessage("before");
      ann.awaitText("Can't reach");
      ann.say("while it was off");
      ann.go(server);
      ann.awaitMessage("while it was off");
      server.restart();
      ann.comeBack();
      ben.comeBack();
      ben.awaitMessage("while it was off");
      ann.awaitAllSent();
      assertThat(ann.bodies()).containsExactly("before", "while it was off");
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void nothingButThePageAndItsFilesIsKept() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.await("a worker", KEEPS_THE_PAGE);
      ann.go(server);
      ann.awaitThere("#composer");
      ann.say("something of mine");
      ann.awaitMessage("something of mine");
      ann.later("await fetch('/health'); await fetch('/about'); await fetch('/files/f_1');");
      assertThat((List<String>) ann.later(KEPT))
          .contains("/")
          .anyMatch(path -> path.matches("/web/[0-9a-f]{20}/words-de.js"))
          .allMatch(path -> path.equals("/") || path.matches("/web/[0-9a-f]{20}/[a-z0-9.-]+"));
    }
  }

  @Test
  void filesOfANewerServerTakeThePlaceOfTheOldOnesAtTheNextLoad(@TempDir Path newer)
      throws Exception {
    Path words = newer.resolve(WORDS);
    Files.createDirectories(words.getParent());
    try (InputStream now = Main.class.getResourceAsStream("/" + WORDS)) {
      String text = new String(now.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(words, text.replace("Can\\'t reach", "No word from"));
    }
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.await("a worker", KEEPS_THE_PAGE);
      Object old = ann.later("return (await caches.keys()).join()");
      server.terminate();
      server.restartWith(newer);
      ann.go(server);
      ann.awaitThere("#composer");
      ann.await(
          "the old files gone",
          "caches.keys().then((now) => (window.now = now.join()));"
              + " return Boolean(window.now) && window.now !== arguments[0] && !window.now.includes(',')",
          old);
      server.kill();
      ann.go(server);
      ann.awaitText("No word from");
    }
  }
}
