package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way when the page goes, or when somebody changes their mind. */
@Tag("browser")
class WebUploadsTest {
  /** Lets the first piece through, and none after it. */
  private static final String STUCK =
      """
      const real = window.fetch;
      window.pieces = 0;
      window.fetch = (path, request) =>
        request?.method === 'PATCH' && window.pieces++ > 0 ? new Promise(() => {}) : real(path, request);
      """;

  @TempDir Path folder;

  @Test
  void uploadGoesOnInTheNextPageWhereItCameTo() throws Exception {
    Path numbers = Files.write(folder.resolve("numbers.bin"), new byte[3_000_000]);
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.js(STUCK);
      ann.attach(numbers);
      ann.await("the second piece under way", "return window.pieces === 2");
      ann.before(
          """
          const fetched = window.fetch;
          window.offsets = [];
          window.fetch = (path, request) => {
            if (request?.method === 'PATCH') window.offsets.push(Number(request.headers['Upload-Offset']));
            return fetched(path, request);
          };
          """);
      ann.go(server);
      ann.await(
          "a whole file",
          "return document.querySelector('.uploads li') && !document.querySelector('.uploads progress')");
      assertThat(ann.js("return window.offsets[0]")).isEqualTo(1024L * 1024);
      ann.say("The numbers");
      ann.awaitGone(".uploads");
      ann.awaitText("numbers.bin");
      ann.go(server);
      ann.awaitText("numbers.bin");
      assertThat(ann.js("return document.querySelectorAll('.uploads li').length")).isEqualTo(0L);
    }
  }

  @Test
  void secondTabTakesOverWhatIsOnItsWay() throws Exception {
    Path numbers = Files.write(folder.resolve("numbers.bin"), new byte[3_000_000]);
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.js(STUCK);
      ann.attach(numbers);
      ann.await("the second piece under way", "return window.pieces === 2");
      ann.openInOtherTab(server);
      ann.awaitText("Parley is open in another tab");
      ann.click("dialog .primary");
      ann.await(
          "a whole file here again",
          "return document.querySelector('.uploads li') && !document.querySelector('.uploads progress')");
    }
  }

  @Test
  void whatIsGivenUpWhileItIsBegunTakesNoRoomOnTheServer() throws Exception {
    Path numbers = Files.write(folder.resolve("numbers.bin"), new byte[1_000]);
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.js(
          """
          const real = window.fetch;
          window.asked = [];
          window.fetch = async (path, request) => {
            window.asked.push(request.method);
            const answer = await real(path, request);
            if (request.method === 'POST') await new Promise((go) => (window.go = go));
            return answer;
          };
          """);
      ann.attach(numbers);
      ann.await("that it is begun", "return Boolean(window.go)");
      ann.click(".uploads .tool");
      ann.awaitGone(".uploads");
      ann.js("window.go()");
      ann.await("that it is withdrawn", "return window.asked.includes('DELETE')");
      assertThat(ann.js("return window.asked.includes('PATCH')")).isEqualTo(false);
    }
  }

  @Test
  void whoLogsOutInOneTabIsSeenInNone() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"))) {
      ann.logIn(server, "Ann");
      ann.say("for our eyes");
      ann.awaitMessage("for our eyes");
      ann.openInOtherTab(server);
      ann.awaitText("Parley is open in another tab");
      // What the other tab does when somebody logs out there.
      ann.js("new BroadcastChannel('parley.logged-out').postMessage(null)");
      ann.awaitGone("dialog");
    }
  }
}
