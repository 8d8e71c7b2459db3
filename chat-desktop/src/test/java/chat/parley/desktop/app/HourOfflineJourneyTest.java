package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.Rank;
import chat.parley.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of Ann's two computers has no network while she, at the other one, and Ben do all that can be
 * done in two rooms with hundreds of messages. When it is back it shows what a computer shows at
 * which she logs in for the first time.
 */
@Tag("fault")
class HourOfflineJourneyTest {
  private static final String SECRET = "correct horse battery";
  private static final List<String> ROOMS = List.of("kitchen", "workshop");
  private static final int BEFORE = 120;
  private static final int MEANWHILE = 120;

  /** Before it, at most, people come into a room. */
  private static final long FIRST = 5;

  @TempDir Path folder;

  private ServerProcess server;
  private Cable cable;
  private Desk ann;
  private Desk away;
  private Desk ben;

  @BeforeEach
  void open() throws Exception {
    server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits");
    cable = new Cable(server.port());
    ann = Desk.open(folder.resolve("ann"));
    away = Desk.open(folder.resolve("away"));
    ben = Desk.open(folder.resolve("ben"));
  }

  @AfterEach
  void close() throws Exception {
    ann.close();
    away.close();
    ben.close();
    cable.close();
    server.close();
  }

  @Test
  void afterAnHourOfflineAnAppShowsWhatAFreshOneShows() throws Exception {
    register(ann);
    logIn(away, cable.address());
    ben.logIn("Ben Roth", address());
    ROOMS.forEach(this::fill);
    prepareRooms();
    away.goTo("workshop");
    Fx.await(() -> heard(away, "workshop line ", BEFORE));

    cable.pull();
    Fx.await(() -> !away.server().link().liveProperty().get());
    talkOn();
    ROOMS.forEach(this::changeMuch);
    changeRooms();
    arrangeMuch();

    cable.plugIn();
    away.inFront();
    Fx.run(() -> away.server().link().act()); // "Try now": the wait may be a minute by then.
    Fx.await(() -> away.server().link().liveProperty().get());
    try (Desk fresh = Desk.open(folder.resolve("fresh"))) {
      logIn(fresh, address());
      Fx.await(() -> WholeState.around(fresh).size() == WholeState.around(ann).size());
      assertThat(Fx.call(() -> WholeState.around(fresh)).toString())
          .as("it was arranged as meant")
          .contains("garden", "Half a thought", "NONE", "In the cellar")
          .contains("hut", "Tools", "Lock it.", "MODERATORS", "Projects", "cave", "Cy Dole")
          .contains("name=attic", "archived=true")
          .doesNotContain("vault", "shed");
      awaitSame(fresh, WholeState::around);
      for (String room : ROOMS) {
        readThrough(away, room);
        readThrough(fresh, room);
        List<String> seen = Fx.call(() -> WholeState.open(fresh));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(BEFORE + MEANWHILE);
        assertThat(seen).anyMatch(one -> one.contains(" line ") && one.contains("🎉"));
        assertThat(seen).anyMatch(one -> one.contains("in other words 4"));
        awaitSame(fresh, WholeState::open);
        awaitSame(fresh, WholeState::pins);
      }
      away.goTo("hut");
      fresh.goTo("hut");
      Fx.await(() -> WholeState.people(fresh).contains("Ben Roth MODERATOR"));
      awaitSame(fresh, WholeState::people);
      awaitSame(fresh, WholeState::open);
      awaitSame(fresh, WholeState::around);
    }
  }

  /** A read mark takes its time, and so does what is quoted. */
  private void awaitSame(Desk fresh, Function<Desk, List<String>> what) {
    try {
      Fx.await(() -> what.apply(away).equals(what.apply(fresh)));
    } catch (AssertionError e) {
      assertThat(Fx.call(() -> what.apply(away))).isEqualTo(Fx.call(() -> what.apply(fresh)));
    }
  }

  private void fill(String room) {
    ann.openRoom(room);
    ben.openRoom(room);
    for (int i = 0; i < BEFORE; i++) {
      (i % 3 == 0 ? ann : ben).tells(room + " line " + i);
    }
    Fx.await(() -> heard(ann, room + " line ", BEFORE));
  }

  /** Both are in the room; what was said before is changed, and much is said. */
  private void changeMuch(String room) {
    ann.goTo(room);
    ben.goTo(room);
    for (int i = 0; i < MEANWHILE; i++) {
      (i % 4 == 0 ? ann : ben).tells(room + " meanwhile " + i + (i % 10 == 1 ? " @Ann Bell" : ""));
    }
    Fx.await(() -> heard(ann, room + " meanwhile ", MEANWHILE));
    Fx.run(
        () -> {
          List<MessageItem> shown = messages(ann);
          for (int i = 0; i < shown.size(); i++) {
            MessageItem one = shown.get(i);
            var deeds = (one.mine() ? ann : ben).server().messages();
            switch (i % 7) {
              case 1 -> deeds.delete(one);
              case 2, 3 -> deeds.react(one, i % 2 == 0 ? "👍" : "🎉");
              case 4 -> deeds.pin(one.seq(), i % 14 == 4);
              default -> {}
            }
          }
        });
    for (int i = 0; i < 5; i++) {
      edit(ann, room, i);
      edit(ben, room, i);
    }
  }

  /** By key, of what was said last and not deleted. */
  private static void edit(Desk desk, String room, int time) {
    desk.click("#composer");
    desk.push(KeyCode.UP);
    desk.awaitText("Editing");
    desk.push(KeyCode.SHORTCUT, KeyCode.A);
    String text = room + " in other words " + time;
    desk.type(text);
    desk.push(KeyCode.ENTER);
    Fx.await(() -> messages(desk).stream().anyMatch(item -> item.body().equals(text)));
    desk.awaitGone("Editing");
  }

  /** What is changed, archived and closed to Ann while one of her computers does not hear of it. */
  private void prepareRooms() {
    for (String room : List.of("shed", "attic")) {
      ann.openRoom(room);
      ben.openRoom(room);
    }
    bringAnnInto("vault");
    for (Desk desk : List.of(ann, ben)) {
      desk.goTo("kitchen");
    }
    said(ben, "Shall we paint it?");
    answer(ben, "Shall we paint it?", "I have a brush", 1);
    said(ben, "The ladder is gone");
  }

  /** A private room of Ben's. */
  private void bringAnnInto(String room) {
    Fx.run(
        () -> {
          var form = ben.server().newRoom();
          form.start(room);
          form.closedProperty().set(true);
          form.create(() -> {});
        });
    Fx.await(() -> ben.title().equals(room));
    ben.click(".start-actions .button", "Invite people");
    ben.awaitNode(".picker-field");
    ben.type("ann");
    Fx.await(() -> ben.server().shown().details().invited().found().size() == 1);
    ben.push(KeyCode.ENTER);
    Fx.await(() -> ben.server().shown().details().invited().picked().size() == 1);
    ben.push(KeyCode.ENTER);
    Fx.await(() -> knows(ann, room));
  }

  /** Answers, threads and a forward, of what was said before and of what is new. */
  private void talkOn() {
    ann.goTo("kitchen");
    ben.goTo("kitchen");
    Fx.run(() -> ann.server().messages().reply(message(ann, "The ladder is gone")));
    said(ann, "It is in the shed");
    Fx.run(() -> ben.server().messages().delete(message(ben, "The ladder is gone")));
    said(ben, "Who has the kye?");
    Fx.run(() -> ann.server().messages().reply(message(ann, "Who has the kye?")));
    said(ann, "Not me");
    Fx.run(() -> ben.server().messages().edit(message(ben, "Who has the kye?"), false));
    said(ben, "Who has the key?");
    answer(ann, "Shall we paint it?", "In blue", 2);
    answer(ben, "Shall we paint it?", "In green", 3);
    said(ben, "Where do we eat?");
    answer(ben, "Where do we eat?", "Noodles", 1);
    answer(ben, "Where do we eat?", "Or soup", 2);
    Fx.run(() -> ann.server().messages().follow(message(ann, "Where do we eat?"), true));
    Fx.run(
        () ->
            ann.server()
                .messages()
                .forward(message(ann, "Who has the key?"), Duo.room(ann, "workshop")));
    try (Desk cy = Desk.open(folder.resolve("cy"))) {
      cy.logIn("Cy Dole", address());
      cy.openRoom("kitchen");
      said(cy, "Buy my ladders");
    }
    Fx.run(() -> ann.server().company().block(message(ann, "Buy my ladders").from(), true));
    Fx.await(() -> message(ann, "Buy my ladders") == null);
  }

  /** Somebody says it where Ann is too. */
  private void said(Desk desk, String text) {
    desk.tells(text);
    Fx.await(
        () ->
            message(ann, text) != null
                && message(ann, text).seq() > 0
                && message(desk, text).seq() > 0);
  }

  /** Says it in the thread under that, which has so many answers then. */
  private void answer(Desk desk, String root, String text, int count) {
    Fx.run(
        () -> {
          desk.server().messages().openThread(message(desk, root));
          desk.server().messages().thread().composer().textProperty().set(text);
          desk.server().messages().thread().composer().send();
        });
    Fx.await(
        () ->
            message(ann, root).extras().thread() != null
                && message(ann, root).extras().thread().count() == count);
    Fx.run(() -> desk.server().messages().thread().close());
  }

  private void changeRooms() {
    ann.goTo("shed");
    ben.goTo("shed");
    var shed = ann.server().shown().details();
    Fx.run(() -> shed.topic("Tools"));
    Fx.run(() -> shed.describe("Lock it."));
    Fx.run(() -> shed.announceOnly(true));
    Fx.run(() -> shed.rename("hut"));
    Fx.await(() -> knows(ann, "hut") && ben.title().equals("hut"));
    Fx.await(() -> ann.server().people().people().size() == 2);
    Fx.run(() -> shed.rank(person(ann, "Ben Roth"), Rank.MODERATOR));
    Fx.await(() -> Duo.room(ben, "hut").state().rank() == Rank.MODERATOR);
    said(ben, "The saw is blunt");
    Fx.run(() -> ann.server().sidebar().addSection("Projects", Duo.room(ann, "hut")));

    ann.goTo("attic");
    Fx.run(() -> ann.server().shown().details().archive(true));
    Fx.await(() -> Duo.room(ann, "attic").roomProperty().get().archived());
    ben.goTo("vault");
    Fx.await(() -> ben.server().people().people().size() == 2);
    Fx.run(() -> ben.server().shown().details().remove(person(ben, "Ann Bell")));
    Fx.await(() -> !knows(ann, "vault"));
    bringAnnInto("cave");
  }

  /** On the FX thread, as the next. */
  private static boolean knows(Desk desk, String room) {
    return desk.server().rooms().items().stream().anyMatch(item -> item.name().equals(room));
  }

  private static Person person(Desk desk, String name) {
    return desk.server().people().people().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void arrangeMuch() {
    ann.openRoom("garden");
    ann.goTo("kitchen");
    ann.write("Half a thought");
    ann.choose(".room-row", "workshop", "Add to favourites");
    ann.choose(".room-row", "lobby", "Notify me about", "Nothing");
    ann.choose(".room-row", "garden", "Mute");
    ann.goTo("lobby");
    ben.goTo("kitchen");
    ben.tells("After Ann went");
    ben.tells("@Ann Bell this is for you");
    Fx.await(() -> Duo.room(ann, "kitchen").unreadProperty().get() == 2);
    Duo.talkTo(ben, "Ann Bell");
    ben.say("Between the two of us");
    Fx.await(() -> Duo.room(ann, "Ben Roth").unreadProperty().get() == 1);
    ann.click("#me");
    ann.click(".me-menu .line-button", "Set a status");
    ann.awaitNode("#status-text");
    ann.type("In the cellar");
    ann.push(KeyCode.ENTER);
    ben.click("#me");
    ben.click(".me-menu .line-button", "Do not disturb");
    Fx.await(() -> ann.server().company().status().statusProperty().get() != null);
    Fx.await(
        () -> ann.server().keeps().draft(Duo.room(ann, "kitchen").id()).text().startsWith("Half"));
  }

  /** Goes to a room and has all of it loaded, from its first message to its newest. */
  private static void readThrough(Desk desk, String room) {
    if (!Fx.call(desk::title).equals(room)) {
      desk.goTo(room);
    }
    Fx.run(() -> timeline(desk).jumpTo(FIRST));
    Fx.await(
        () -> {
          timeline(desk).loadNewer();
          List<MessageItem> shown = messages(desk);
          return !shown.isEmpty()
              && shown.getFirst().seq() <= FIRST
              && timeline(desk).atNewestProperty().get();
        });
  }

  private static TimelineModel timeline(Desk desk) {
    return desk.server().timelineProperty().get();
  }

  private static List<MessageItem> messages(Desk desk) {
    return Trio.items(desk).stream()
        .filter(MessageItem.class::isInstance)
        .map(MessageItem.class::cast)
        .filter(item -> item.seq() > 0)
        .toList();
  }

  /** Whether the last of so many are there; two apps say them, so that either may come first. */
  private static boolean heard(Desk desk, String text, int count) {
    return IntStream.range(count - 5, count)
        .allMatch(
            i ->
                messages(desk).stream()
                    .anyMatch(one -> (one.body() + " ").startsWith(text + i + " ")));
  }

  private void register(Desk desk) throws Exception {
    desk.inFront();
    desk.click("#way-new-account");
    desk.awaitNode("#login-code");
    desk.fill("#login-password", SECRET);
    desk.fill("#login-name", "Ann Bell");
    desk.fill("#login-address .text-field", address());
    desk.fill("#login-code", Files.readString(folder.resolve("server/setup-code.txt")).strip());
    desk.push(KeyCode.ENTER);
    desk.awaitNode("#composer");
  }

  private static void logIn(Desk desk, String at) {
    desk.inFront();
    desk.click("#way-account");
    desk.awaitNode("#login-password");
    desk.fill("#login-password", SECRET);
    desk.tryToLogIn("Ann Bell", at);
    desk.awaitNode("#composer");
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }
}
