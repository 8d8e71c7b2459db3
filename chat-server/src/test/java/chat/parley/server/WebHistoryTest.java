package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long rooms: what is read does not move, and the page does not grow. */
@Tag("browser")
class WebHistoryTest {
  private static final int IN_FLIGHT = 30;
  private static final long MOST_ROWS = 300;

  /**
   * Scrolls up in steps and gives [the farthest that a row moved by itself in px, most rows, most
   * elements, steps made].
   */
  private static final String SCROLL_UP =
      """
      const [steps, step] = arguments;
      const box = document.querySelector('.timeline');
      const frame = () => new Promise(requestAnimationFrame);
      let worst = 0, rows = 0, nodes = 0, made = 0;
      for (; made < steps && !document.querySelector('.start'); made++) {
        const top = box.getBoundingClientRect().top;
        const row = [...box.querySelectorAll('[data-key]')].find((r) => r.getBoundingClientRect().top > top);
        const before = row.getBoundingClientRect().bottom; // the name above may go
        const way = Math.min(step, box.scrollTop);
        box.scrollTop -= way;
        const key = row.dataset.key;
        await frame();
        await frame();
        const now = box.querySelector(`[data-key="${key}"]`);
        if (now) worst = Math.max(worst, Math.abs(now.getBoundingClientRect().bottom - before - way));
        rows = Math.max(rows, box.querySelectorAll('li').length);
        nodes = Math.max(nodes, document.querySelectorAll('*').length);
      }
      return [worst, rows, nodes, made].map(Number).map(Math.round);
      """;

  @TempDir Path folder;

  @Test
  void olderPagesComeWithoutAJumpAndTheNewestIsOneClickAway() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      RoomId lobby = fill(server, 1, 1_500);
      ann.logIn(server, "Ann");
      ann.awaitMessage("Message 1500 of 0");
      List<?> seen = (List<?>) ann.later("return (async () => {" + SCROLL_UP + "})();", 400, 900);
      assertThat((Long) seen.get(0)).as("px a row moved by itself").isLessThanOrEqualTo(1);
      assertThat((Long) seen.get(1)).as("rows").isLessThan(MOST_ROWS);
      ann.awaitText("This is the start of #lobby");
      try (Guest ben = Guest.named(server.port(), "Ben")) {
        ben.join("lobby");
        ben.say(new Command.Send(ben.nextId(), lobby, new Nonce("late"), "while she reads"));
        ann.awaitText("1 new message");
        Object before =
            ann.js("return document.querySelector('.start').getBoundingClientRect().top");
        ben.say(new Command.Send(ben.nextId(), lobby, new Nonce("later"), "and more"));
        ben.soFar();
        assertThat(ann.js("return document.querySelector('.start').getBoundingClientRect().top"))
            .isEqualTo(before);
      }
      ann.click(".jump");
      ann.awaitMessage("and more");
      ann.awaitGone(".jump");
    }
  }

  @Tag("fault")
  @Test
  void roomOfAHundredThousandScrollsFromEndToStartInAPageThatDoesNotGrow() throws Exception {
    try (Browser ann = Browser.open("--js-flags=--expose-gc");
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      fill(server, 4, 25_000);
      ann.command("Performance.enable", java.util.Map.of());
      ann.logIn(server, "Ann");
      ann.await("the newest", "return document.querySelectorAll('.rows .message').length > 20");
      List<?> warm = scroll(ann, 60);
      long heapAtFirst = heap(ann);
      long start = System.nanoTime();
      List<?> all = warm;
      long steps = 0;
      while (!Boolean.TRUE.equals(ann.js("return document.querySelector('.start') !== null"))) {
        all = scroll(ann, 200);
        steps += (Long) all.get(3);
        assertThat((Long) all.get(0)).as("px a row moved by itself").isLessThanOrEqualTo(1);
        assertThat((Long) all.get(1)).as("rows").isLessThan(MOST_ROWS);
      }
      long heapAtLast = heap(ann);
      System.out.printf(
          "the web client, 100,000 messages: %d steps in %d s, at most %s rows and %s elements,"
              + " heap %d KB at first, %d KB at the start of the room%n",
          steps,
          (System.nanoTime() - start) / 1_000_000_000,
          all.get(1),
          all.get(2),
          heapAtFirst / 1024,
          heapAtLast / 1024);
      assertThat(heapAtLast).isLessThan(heapAtFirst + (8 << 20));
    }
  }

  @Test
  void olderPagesAndJumpsOutliveALineThatIsSlowOrCut() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      RoomId lobby = fill(server, 1, 400);
      try (Guest ben = Guest.named(server.port(), "Ben")) {
        ben.join("lobby");
        var answer = new Command.Hook(20, 0, null);
        ben.say(new Command.Send(ben.nextId(), lobby, new Nonce("answer"), "As I said", answer));
        ben.answers(1);
      }
      ann.logIn(server, "Ann");
      ann.awaitMessage("As I said");
      ann.js(
          """
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (text) {
            if (JSON.parse(text).type === 'history') {
              WebSocket.prototype.send = send;
              this.close(3000);
            } else {
              send.call(this, text);
            }
          };
          """);
      String toTheTop = "document.querySelector('.timeline').scrollTop = 0;";
      ann.await(
          "the start of the room",
          toTheTop
              + "return document.querySelector('.start') !== null && document.querySelector('.edge') === null");
      ann.click(".jump");
      ann.awaitMessage("As I said");
      ann.awaitGone(".jump");
      ann.js(
          """
          const send = WebSocket.prototype.send;
          const held = [];
          WebSocket.prototype.send = function (text) {
            if (JSON.parse(text).type === 'history') {
              held.push(() => send.call(this, text));
            } else {
              send.call(this, text);
            }
          };
          window.held = held;
          window.release = () => {
            WebSocket.prototype.send = send;
            held.forEach((each) => each());
          };
          """);
      ann.js(toTheTop);
      ann.await("a page that takes its time", "return window.held.length === 1");
      ann.js("document.querySelector('.quote').click()");
      ann.later("await new Promise(requestAnimationFrame)");
      ann.js("window.release()");
      ann.awaitThere(".message.flash[data-seq='20']");
      assertThat(ann.js("return document.querySelector('.toast')")).isNull();
    }
  }

  private static List<?> scroll(Browser ann, int steps) {
    return (List<?>) ann.later("return (async () => {" + SCROLL_UP + "})();", steps, 3_000);
  }

  private static long heap(Browser ann) {
    return (Long) ann.js("gc(); gc(); return performance.memory.usedJSHeapSize");
  }

  /** Several people say so many messages each. */
  private static RoomId fill(ServerProcess server, int people, int each) throws Exception {
    ThreadFactory threads = Thread.ofVirtual().factory();
    var rooms = new ArrayList<Future<RoomId>>();
    try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
      for (int i = 0; i < people; i++) {
        int who = i;
        rooms.add(executor.submit(() -> talk(server, who, each)));
      }
    }
    return rooms.getFirst().get();
  }

  private static RoomId talk(ServerProcess server, int who, int messages) {
    try (Guest guest = Guest.named(server.port(), "Talker " + who)) {
      RoomId lobby = guest.join("lobby").room().id();
      for (int at = 1; at <= messages; at++) {
        String text =
            "Message " + at + " of " + who + " and some words".repeat(at % 6 == 0 ? 0 : at % 25);
        guest.say(new Command.Send(guest.nextId(), lobby, new Nonce(who + "-" + at), text));
        if (at % IN_FLIGHT == 0 || at == messages) {
          guest.answers(at % IN_FLIGHT == 0 ? IN_FLIGHT : at % IN_FLIGHT);
        }
      }
      return lobby;
    }
  }
}
