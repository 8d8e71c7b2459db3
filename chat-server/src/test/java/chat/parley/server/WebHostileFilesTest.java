package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.Attachment;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.UnhandledAlertException;

/**
 * Files of somebody who means ill, seen, saved and opened in a real browser: no script of theirs
 * runs, nothing lies where it should not, and none takes the memory that it would like to have.
 */
@Tag("browser")
class WebHostileFilesTest {
  private static final int AT_ONCE = 10;
  private static final long MOST_GROWTH = 64L << 20;

  /** Everything by which a page takes in something of the same origin. */
  private static final String TAKE_IN =
      """
      const [ids] = arguments;
      const settled = [];
      const put = (name, attributes, waits) => {
        const node = document.createElement(name);
        const loaded = new Promise((done) => { node.onload = node.onerror = done; });
        for (const [key, value] of Object.entries(attributes)) {
          try { node.setAttribute(key, value); } catch (e) { return; }
        }
        if (waits) settled.push(loaded);
        document.body.append(node);
        return loaded;
      };
      for (const id of ids) {
        const src = '/files/' + id;
        put('script', { src }, true);
        put('script', { src, type: 'module' }, true);
        put('img', { src }, true);
        put('iframe', { src });
        put('object', { data: src });
        put('embed', { src });
        put('link', { rel: 'stylesheet', href: src });
        settled.push(import(src).catch(() => null));
        try { settled.push(navigator.serviceWorker?.register(src).catch(() => null)); } catch (e) { }
        try { new Worker(src).onerror = () => null; } catch (e) { }
      }
      await Promise.race([Promise.all(settled), new Promise((late) => setTimeout(late, 5000))]);
      await Promise.race([put('iframe', { src: '/health' }), new Promise((late) => setTimeout(late, 1000))]);
      return 'done';
      """;

  private static final String CLICK_ALL =
      "const all = document.querySelectorAll('.rows .message:last-of-type .card');"
          + " all.forEach((card) => card.click()); return all.length;";

  @TempDir Path folder;

  private ServerProcess server;
  private Guest mallory;
  private FileLine line;
  private Browser ann;
  private Canary canary;
  private String pass;

  @BeforeEach
  void open() throws IOException {
    ann = Browser.open();
    canary = new Canary();
    server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits");
    mallory = Guest.named(server.port(), "Mallory");
    RoomId lobby = mallory.join("lobby").room().id();
    line = new FileLine(server.port(), mallory, lobby);
    pass = line.pass();
    ann.command(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.resolve("saved").toString()));
    ann.logIn(server, "Ann");
  }

  @AfterEach
  void close() {
    mallory.close();
    server.close();
    canary.close();
    try {
      ann.title();
    } catch (UnhandledAlertException e) {
      // a script did run; the dialog is gone now, and what comes next can be done
    }
    asWhoHasNoPass();
    ann.command("Page.setBypassCSP", Map.of("enabled", false));
    ann.command("Browser.setDownloadBehavior", Map.of("behavior", "default"));
    ann.close();
  }

  @Test
  void noScriptOfAFileRunsHoweverItIsOpenedAndNoneLiesOutsideItsFolder() throws Exception {
    List<Path> before = outside();
    List<Attachment> files = sendAll(HostileFiles.scripts(canary.address()));
    lookAtAPicture();
    sendAll(HostileFiles.climbers(canary.address()));
    attachWithThePage();
    assertThat(outside()).as("files outside the folder of files").isEqualTo(before);
    List<String> named = names(folder);
    assertThat(named).noneMatch(name -> name.contains("evil-") && !name.startsWith("saved/"));
    assertThat(Path.of("/tmp/evil-g.html")).doesNotExist();
    nothingRan();

    asWhoHasAPass();
    for (Attachment file : files) {
      ann.go(address("/files/" + file.id()));
      nothingRan();
      if (file.thumb()) {
        ann.go(address("/files/" + file.id() + "/thumb"));
        nothingRan();
      }
    }
    List<String> ids = files.stream().map(file -> file.id().value()).toList();
    ann.go(server);
    assertThat(ann.later(TAKE_IN, ids)).isEqualTo("done");
    nothingRan();
    // As if the page had no policy, which leaves only what the server says of the files.
    ann.command("Page.setBypassCSP", Map.of("enabled", true));
    ann.go(address("/health"));
    assertThat(ann.later(TAKE_IN, ids)).isEqualTo("done");
    nothingRan();
    ann.command("Page.setBypassCSP", Map.of("enabled", false));

    asWhoHasNoPass();
    thePageStillWorks("after they were opened");
    aScriptThatRunsIsNoticed();
  }

  @Test
  void bombsAreFilesToSaveAndTakeNoMemoryOfServerOrPage() throws Exception {
    Attachment large = line.upload(Bombs.large(), pass);
    assertThat(large.thumb()).isTrue();
    Attachment slow = line.upload(Bombs.slow(), pass);
    long memory = mostMemory();
    var bombs = new ArrayList<Attachment>();
    for (HostileFiles.Hostile bomb : Bombs.all()) {
      bombs.add(line.upload(bomb, pass));
    }
    assertThat(slow.thumb()).isFalse();
    assertThat(bombs).noneMatch(Attachment::isPicture).noneMatch(Attachment::thumb);
    assertThat(mostMemory() - memory).as("bytes more than before").isLessThan(MOST_GROWTH);

    line.say("bombs", bombs.stream().map(Attachment::id).toList());
    line.say("a large one", List.of(large.id(), slow.id()));
    ann.awaitMessage("a large one");
    ann.await(
        "cards for the bombs, a picture of the rest",
        "return document.querySelectorAll('.rows .card').length === arguments[0]"
            + " && document.querySelectorAll('.rows .picture img').length === 1",
        bombs.size() + 1);
    ann.js("document.querySelectorAll('.rows .card').forEach((card) => card.click())");
    ann.awaitGone(".rows .card progress");
    thePageStillWorks("after they were saved");

    asWhoHasAPass();
    for (Attachment bomb : bombs) {
      ann.go(address("/files/" + bomb.id()));
    }
    asWhoHasNoPass();
    thePageStillWorks("after they were opened");
    assertThat(server.output()).noneMatch(said -> said.contains("OutOfMemory"));
  }

  /** Ten with each message; Ann sees each, saves what is saved, and looks at what is looked at. */
  private List<Attachment> sendAll(List<HostileFiles.Hostile> hostile) throws Exception {
    var sent = new ArrayList<Attachment>();
    for (HostileFiles.Hostile file : hostile) {
      Attachment came = line.upload(file, pass);
      assertThat(came.name()).doesNotContain("/", "\\", "\0", "\r", "\n", "\u202e");
      sent.add(came);
    }
    for (int from = 0; from < sent.size(); from += AT_ONCE) {
      List<Attachment> these = sent.subList(from, Math.min(sent.size(), from + AT_ONCE));
      String text = "from " + from + " of " + sent.size();
      line.say(text, these.stream().map(Attachment::id).toList());
      ann.awaitMessage(text);
      ann.js(CLICK_ALL);
      ann.await(
          "all that is saved, and small pictures",
          "return document.querySelector('.rows .card progress') === null"
              + " && [...document.querySelectorAll('.rows .picture')]"
              + ".every(picture => picture.querySelector('img'))");
      nothingRan();
    }
    return sent;
  }

  private void lookAtAPicture() {
    ann.click(".rows .picture");
    ann.awaitThere("dialog .whole");
    nothingRan();
    ann.press(Keys.ESCAPE);
    ann.awaitGone("dialog .whole");
  }

  /** As people attach what somebody else has sent them. */
  private void attachWithThePage() throws IOException {
    String page = HostileFiles.page(canary.address(), "attached");
    ann.attach(Files.writeString(folder.resolve("attached.png"), page));
    ann.attach(Files.writeString(folder.resolve("attached.html"), page));
    ann.await(
        "both are there",
        "return document.querySelectorAll('.uploads li').length === 2"
            + " && !document.querySelector('.uploads progress')");
    ann.say("attached");
    ann.awaitMessage("attached");
    ann.await("two cards", CLICK_ALL.replace("all.length", "all.length === 2"));
    ann.awaitGone(".rows .card progress");
    Files.delete(folder.resolve("attached.png"));
    Files.delete(folder.resolve("attached.html"));
  }

  private void nothingRan() {
    assertThat(ann.title()).isNotEqualTo("ran");
    assertThat(ann.js("return window.name")).isEqualTo("");
    assertThat(ann.js("try { return localStorage.ran ?? null } catch (e) { return null }"))
        .isNull();
    assertThat(canary.asked()).isEmpty();
  }

  private void aScriptThatRunsIsNoticed() {
    assertThatThrownBy(
            () -> {
              ann.go(canary.address() + "/page");
              nothingRan();
            })
        .isInstanceOf(UnhandledAlertException.class);
    assertThat(ann.title()).isEqualTo("ran");
    assertThat(ann.js("return window.name")).isEqualTo("ran");
    assertThat(canary.asked()).contains("/control");
    ann.js("window.name = ''");
  }

  private void thePageStillWorks(String text) {
    ann.go(server);
    ann.awaitThere("#composer");
    ann.say(text);
    ann.awaitMessage(text);
    mallory.await(Event.Message.class, message -> message.body().equals(text));
  }

  /** Every address is asked for by somebody who may have it. */
  private void asWhoHasAPass() {
    headers(Map.of("Authorization", "Bearer " + pass));
  }

  private void asWhoHasNoPass() {
    headers(Map.of());
  }

  private void headers(Map<String, String> headers) {
    ann.command("Network.enable", Map.of());
    ann.command("Network.setExtraHTTPHeaders", Map.of("headers", headers));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /** Of everything around, but for where uploads belong and what Ann has saved. */
  private List<Path> outside() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.startsWith(folder.resolve("saved")))
          .filter(path -> !path.startsWith(folder.resolve("server").resolve("files")))
          .sorted()
          .toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString()).toList();
    }
  }

  /** The most that the server's process has ever had in memory. */
  private long mostMemory() throws IOException {
    Path status = Path.of("/proc", String.valueOf(server.process().pid()), "status");
    if (!Files.exists(status)) {
      return 0; // other systems say it in other ways
    }
    String most =
        Files.readAllLines(status).stream()
            .filter(said -> said.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(most.replaceAll("\\D", "")) * 1024;
  }
}
