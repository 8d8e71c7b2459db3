package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * Files of somebody who means ill, seen, saved and opened in a real browser: no script of theirs
 * runs, nothing lies where it should not, and none takes the memory that it would like to have.
 */
@Tag("browser")
class WebHostileFilesTest {
  private static final int AT_ONCE = 10;
  private static final long MOST_GROWTH = 64L << 20;

  private static final String CLICK_ALL =
      "const all = document.querySelectorAll('.rows .message:last-of-type .card');"
          + " all.forEach((card) => card.click()); return all.length;";

  @TempDir Path folder;

  private ServerProcess server;
  private Guest mallory;
  private FileLine line;
  private Browser ann;
  private Traps traps;
  private String pass;

  @BeforeEach
  void open() throws IOException {
    ann = Browser.open();
    traps = new Traps(ann);
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
    traps.close();
    ann.command("Browser.setDownloadBehavior", Map.of("behavior", "default"));
    ann.close();
  }

  @Test
  void noScriptOfAFileRunsHoweverItIsOpenedAndNoneLiesOutsideItsFolder() throws Exception {
    List<Path> before = outside();
    List<Attachment> files = sendAll(HostileFiles.scripts(traps.canary()));
    lookAtAPicture();
    sendAll(HostileFiles.climbers(traps.canary()));
    attachWithThePage();
    assertThat(outside()).as("files outside the folder of files").isEqualTo(before);
    List<String> named = names(folder);
    assertThat(named).noneMatch(name -> name.contains("evil-") && !name.startsWith("saved/"));
    assertThat(Path.of("/tmp/evil-g.html")).doesNotExist();
    traps.assertNothingRan();

    traps.walkWith(pass);
    for (Attachment file : files) {
      ann.go(address("/files/" + file.id()));
      traps.assertNothingRan();
      if (file.thumb()) {
        ann.go(address("/files/" + file.id() + "/thumb"));
        traps.assertNothingRan();
      }
    }
    List<String> ids = files.stream().map(file -> file.id().value()).toList();
    ann.go(server);
    traps.takeIn(ids);
    traps.assertNothingRan();
    // As if the page had no policy, which leaves only what the server says of the files.
    traps.obeyPolicies(false);
    ann.go(address("/health"));
    traps.takeIn(ids);
    traps.assertNothingRan();
    traps.obeyPolicies(true);

    traps.walkWithout();
    thePageStillWorks("after they were opened");
    traps.noticeAScriptThatRuns();
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

    traps.walkWith(pass);
    for (Attachment bomb : bombs) {
      ann.go(address("/files/" + bomb.id()));
    }
    traps.walkWithout();
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
      traps.assertNothingRan();
    }
    return sent;
  }

  private void lookAtAPicture() {
    ann.click(".rows .picture");
    ann.awaitThere("dialog .whole");
    traps.assertNothingRan();
    ann.press(Keys.ESCAPE);
    ann.awaitGone("dialog .whole");
  }

  /** As people attach what somebody else has sent them. */
  private void attachWithThePage() throws IOException {
    String page = HostileFiles.page(traps.canary(), "attached");
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

  private void thePageStillWorks(String text) {
    ann.go(server);
    ann.awaitThere("#composer");
    ann.say(text);
    ann.awaitMessage(text);
    mallory.await(Event.Message.class, message -> message.body().equals(text));
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
