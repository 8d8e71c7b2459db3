package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five hundred texts that would run a script in a careless page, in every place where a text of
 * somebody else is shown. A page that let one run would be found out twice: by what the script
 * does, and by elements and attributes that no message may make.
 */
@Tag("browser")
class WebPayloadsTest {
  private static final String TRAPS =
      """
      window.ran = [];
      window.pwn = (what) => window.ran.push(what);
      window.alert = window.confirm = window.prompt = window.print = () => window.ran.push('dialog');
      window.refused = 0;
      document.addEventListener('securitypolicyviolation', () => window.refused++);
      """;

  /** What no text may ever become. */
  private static final String FOREIGN =
      """
      const may = new Set(['P', 'BR', 'STRONG', 'EM', 'DEL', 'CODE', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'LI',
        'A', 'SPAN', 'HR', 'DIV', 'MARK']);
      const found = [];
      for (const node of document.querySelectorAll('.body, .body *')) {
        if (!may.has(node.tagName)) found.push(node.outerHTML);
        for (const { name, value } of node.attributes) {
          if (!['class', 'href', 'rel', 'target', 'start', 'tabindex', 'aria-label'].includes(name)) found.push(name);
          if (name === 'href' && !/^(https?:\\/\\/|mailto:)/i.test(value)) found.push(value);
        }
      }
      if (document.querySelector('iframe, object, embed, base, form:not(dialog form):not(.login form)')) found.push('frame');
      return found;
      """;

  @TempDir Path folder;

  @Test
  void noneOfFiveHundredRuns() throws Exception {
    List<String> payloads = Payloads.all();
    assertThat(payloads).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits");
        Guest mallory = Guest.named(server.port(), "Mallory")) {
      ann.before(TRAPS).logIn(server, "Ann");
      RoomId lobby = mallory.join("lobby").room().id();
      long first = send(mallory, lobby, payloads);
      everyOneIsOnTheScreenAsItWasWritten(ann, payloads);
      theyAreInOtherPlacesToo(ann, mallory, lobby, payloads, first);
      assertThat(ann.js(FOREIGN)).isEqualTo(List.of());
      assertThat(ann.js("return window.ran")).isEqualTo(List.of());
      assertThat(ann.js("return window.refused")).isEqualTo(0L);
      theTrapsWork(ann);
    }
  }

  private static long send(Guest mallory, RoomId lobby, List<String> payloads) {
    long first = 0;
    for (int at = 0; at < payloads.size(); at++) {
      mallory.say(new Command.Send(mallory.nextId(), lobby, new Nonce("n" + at), payloads.get(at)));
      long seq = mallory.await(Event.Ack.class).seq();
      first = first == 0 ? seq : first;
    }
    return first;
  }

  /** Scrolls through all of them, and counts those that stand there. */
  private static void everyOneIsOnTheScreenAsItWasWritten(Browser ann, List<String> payloads) {
    ann.js("window.seen = new Set(); window.foreign = [];");
    ann.awaitMessage(payloads.getLast());
    String look =
        "const foreign = (() => {"
            + FOREIGN
            + "})();"
            + "window.foreign.push(...foreign);"
            + "document.querySelectorAll('.rows .message[data-seq]').forEach((row) => window.seen.add(row.dataset.seq));"
            + "const box = document.querySelector('.timeline');"
            + "box.scrollTop -= 700; return document.querySelector('.start') !== null;";
    ann.await("the start of the room", look);
    assertThat(ann.js("return window.seen.size")).isEqualTo((long) payloads.size());
    assertThat(ann.js("return window.foreign")).isEqualTo(List.of());
  }

  /** Quotes, threads, pins, searches, topics, editions, forwards, notices. */
  private static void theyAreInOtherPlacesToo(
      Browser ann, Guest mallory, RoomId lobby, List<String> payloads, long first) {
    for (int at = 0; at < 20; at++) {
      String payload = payloads.get(at * 25);
      mallory.say(
          new Command.ChangeRoom(
              mallory.nextId(), lobby, null, payload.replaceAll("\\s+", " "), null, null, null));
      mallory.say(new Command.Pin(mallory.nextId(), lobby, first + at, true));
      mallory.say(
          new Command.Send(
              mallory.nextId(),
              lobby,
              new Nonce("r" + at),
              payload + " again",
              new Command.Hook(first + at, at % 2 == 0 ? first : 0, null)));
      mallory.say(new Command.Edit(mallory.nextId(), lobby, first + at, payload + " edited"));
    }
    mallory.soFar();
    ann.awaitText("Mallory");
    ann.click(".room-head [aria-label='Pinned messages']");
    ann.awaitThere(".panel .found .message");
    ann.click("#open-search");
    ann.type("#search", "pwn");
    ann.awaitThere(".panel mark");
    ann.js("document.querySelector('.chip.thread, .aside-line')?.click()");
    ann.await("the thread", "return document.querySelector('.panel .thread') !== null");
    ann.js("document.querySelector('.panel .close').click()");
  }

  /** A script that does run, an attribute that is refused, and an element: all are noticed. */
  private static void theTrapsWork(Browser ann) {
    ann.js("window.pwn('control')");
    assertThat(ann.js("return window.ran")).isEqualTo(List.of("control"));
    assertThat(
            ann.js(
                "const node = document.createElement('img');"
                    + "try { node.setAttribute('onerror', 'pwn(1)'); return 'taken'; }"
                    + "catch (e) { document.querySelector('.body').append(node); return e.name; }"))
        .isEqualTo("TypeError");
    ann.await("the refusal", "return window.refused > 0");
    assertThat(ann.js(FOREIGN)).asString().contains("<img");
    assertThat(ann.js("return window.ran")).isEqualTo(List.of("control"));
  }
}
