package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.KeepModel.Level;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.Presence;
import chat.parley.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    away.goTo("workshop");
    Fx.await(() -> heard(away, "workshop line ", BEFORE));

    cable.pull();
    Fx.await(() -> !away.server().link().liveProperty().get());
    ROOMS.forEach(this::changeMuch);
    arrangeMuch();

    cable.plugIn();
    away.inFront();
    Fx.run(() -> away.server().link().act()); // "Try now": the wait may be a minute by then.
    Fx.await(() -> away.server().link().liveProperty().get());
    try (Desk fresh = Desk.open(folder.resolve("fresh"))) {
      logIn(fresh, address());
      Fx.await(() -> around(fresh).size() == around(ann).size());
      assertThat(Fx.call(() -> around(fresh)).toString())
          .as("it was arranged as meant")
          .contains("garden")
          .contains("Half a thought")
          .contains("NONE")
          .contains("In the cellar");
      awaitSame(fresh);
      for (String room : ROOMS) {
        readThrough(away, room);
        readThrough(fresh, room);
        List<String> seen = Fx.call(() -> essence(fresh));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(BEFORE + MEANWHILE);
        assertThat(seen).anyMatch(one -> one.contains(" line ") && one.contains("🎉"));
        assertThat(seen).anyMatch(one -> one.contains("in other words 4"));
        assertThat(Fx.call(() -> essence(away))).as(room).isEqualTo(seen);
      }
      awaitSame(fresh);
    }
  }

  /** Rooms, numbers, drafts and what is said about people: a read mark takes its time. */
  private void awaitSame(Desk fresh) {
    try {
      Fx.await(() -> around(away).equals(around(fresh)));
    } catch (AssertionError e) {
      assertThat(Fx.call(() -> around(away))).isEqualTo(Fx.call(() -> around(fresh)));
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

  /** All that stands around the messages; on the FX thread. */
  private static List<String> around(Desk desk) {
    var all = new ArrayList<String>();
    for (RoomItem room : desk.server().rooms().items()) {
      Level level = room.levelProperty().get();
      all.add(
          "%s: unread %d, mentions %d, read %d of %d, draft %s, %s %s"
              .formatted(
                  room.name(),
                  room.unreadProperty().get(),
                  room.mentionsProperty().get(),
                  room.state().read(),
                  room.state().head(),
                  room.draftProperty().get(),
                  level,
                  room.wishProperty().get()));
    }
    var status = desk.server().company().status().statusProperty().get();
    all.add("me: " + (status == null ? "" : status.text()));
    desk.server().company().book().others().stream()
        .filter(person -> person.name().equals("Ben Roth"))
        .forEach(person -> all.add("Ben: " + (person.presence() == Presence.BUSY)));
    return all;
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

  /** What there is of each message that is loaded; on the FX thread. */
  private static List<String> essence(Desk desk) {
    return messages(desk).stream().map(one -> one.seq() + " " + essence(one)).toList();
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

  private static String essence(MessageItem item) {
    return "%s %s, %d %s %s %s"
        .formatted(
            item.name(),
            item.body(),
            item.extras().editedAt(),
            item.extras().deleted(),
            item.extras().pinned(),
            item.extras().reactions().stream()
                .map(chip -> chip.emoji() + chip.by() + chip.mine())
                .toList());
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
