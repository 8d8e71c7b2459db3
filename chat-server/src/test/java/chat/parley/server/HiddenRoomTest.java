package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two servers on which the same happens, but for a room and a direct conversation that are on one
 * of them only: whoever is in neither is sent the same by both, to the last number.
 */
class HiddenRoomTest {
  /** What differs from one server to the next by chance: tokens, ids of devices, times, seals. */
  private static final Pattern CHANCE =
      Pattern.compile(
          "\"(?:token|epoch)\":\"[^\"]+\"|\"next\":[1-9]\\d*|\"d_[\\w-]+\"|\\b1[6-9]\\d{11}\\b");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatGoesOnInItChangesNothingOfWhatOthersAreSent(Team.Way way) throws Exception {
    List<String> quiet = heard(folder.resolve("quiet"), way, false);
    List<String> busy = heard(folder.resolve("busy"), way, true);
    assertThat(quiet).hasSizeGreaterThan(20);
    assertThat(String.join("\n", quiet)).contains("Lunch is at noon").contains("no_such_room");
    assertThat(busy).containsExactlyElementsOf(quiet);
  }

  /** All that one who is in no hidden room is sent, there at the time and coming back later. */
  private static List<String> heard(Path data, Team.Way way, boolean busy) throws Exception {
    try (Team team = new Team(data, way)) {
      Guest olga = team.owner("Olga");
      Guest ann = team.guest("Ann");
      Guest ben = team.guest("Ben");
      RoomId lobby = ann.join("lobby").room().id();
      ben.join("lobby");
      Guest max = team.guest("Max");
      max.join("lobby");
      for (int person = 1; person <= 3; person++) {
        max.await(Event.PresenceChanged.class);
      }
      Team.say(ann, lobby, "Lunch is at noon");
      RoomId secret = new RoomId("r_that_there_is_not");
      if (busy) {
        secret = talk(ann, ben);
      }
      Team.say(ben, lobby, "See you there");
      max.await(Event.Message.class, said -> said.body().equals("See you there"));
      ask(max, lobby, secret);
      String epoch = max.welcome().epoch();
      String token = Team.token(max);
      max.close();
      Guest again = team.connect();
      again.hello(new Command.Auth.Token(token), epoch, Map.of(lobby, 1L, secret, 1L));
      again.until(Event.CaughtUp.class);
      ask(again, lobby, secret);
      again.close();
      RoomId hidden = secret;
      team.restart(() -> fill(data, hidden, busy ? 60_000 : 0));
      Guest late = team.connect();
      late.hello(new Command.Auth.Token(token), epoch, Map.of(lobby, 5L));
      late.until(Event.CaughtUp.class);
      lookFor(late);
      var all = new ArrayList<>(max.heard());
      all.addAll(again.heard());
      all.addAll(late.heard());
      Map<String, String> names = new HashMap<>();
      Stream.of(olga, ann, ben, max)
          .map(guest -> guest.welcome().user())
          .forEach(user -> names.put(user.id().value(), user.name()));
      names.put(lobby.value(), "the lobby");
      names.put(secret.value(), "the secret room");
      return alike(all, names);
    }
  }

  /** Page by page, by words of the index and by ones too short for it. */
  private static void lookFor(Guest late) {
    for (String words : List.of("e", "at", "zz", "noon", "hidden")) {
      long before = 0;
      do {
        long from = before;
        before =
            Team.answer(
                    late,
                    Event.Hits.class,
                    id -> new Command.Search(id, words, Command.Narrow.NOT, from, 1))
                .next();
      } while (before != 0);
    }
  }

  /** More than is said in a test, straight into the table. */
  private static void fill(Path data, RoomId room, int messages) {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("parley.db"));
        PreparedStatement add =
            db.prepareStatement(
                "INSERT INTO events (room_key, seq, type, at, user_key, messages, body)"
                    + " SELECT r.key, r.head + ?1, 'message', 1790000000000, m.user_key,"
                    + " r.messages + ?1, 'zz hidden at noon' FROM rooms r JOIN members m"
                    + " ON m.room_key = r.key WHERE r.id = ?2");
        PreparedStatement count =
            db.prepareStatement(
                "UPDATE rooms SET head = head + ?1, messages = messages + ?1 WHERE id = ?2")) {
      db.setAutoCommit(false);
      for (int i = 1; i <= messages; i++) {
        add.setLong(1, i);
        add.setString(2, room.value());
        add.executeUpdate();
      }
      count.setLong(1, messages);
      count.setString(2, room.value());
      count.executeUpdate();
      db.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static RoomId talk(Guest ann, Guest ben) {
    RoomId room =
        opened(
            ann,
            id ->
                new Command.CreateRoom(
                    id, "plans", RoomKind.PRIVATE, "hush", List.of(Team.id(ben))));
    RoomId pair = opened(ann, id -> new Command.OpenDirect(id, List.of(Team.id(ben))));
    for (RoomId each : List.of(room, pair)) {
      for (int i = 0; i < 20; i++) {
        Team.say(ann, each, "Lunch is a secret @Max " + i);
      }
      ann.say(new Command.Typing(each));
      Team.done(ann, id -> new Command.React(id, each, 3, "👍", true));
      Team.done(ann, id -> new Command.Pin(id, each, 3, true));
      Team.done(ann, id -> new Command.Delete(id, each, 4));
      ann.say(new Command.Read(each, 5));
      Team.done(
          ann, id -> new Command.Edit(id, each, 5, "Lunch is a secret that was put otherwise"));
    }
    Team.done(ann, id -> new Command.Remove(id, room, Team.id(ben)));
    Cast.settle(ann);
    return room;
  }

  private static RoomId opened(Guest by, LongFunction<Command> command) {
    return Team.answer(by, Event.Joined.class, command).room().room().id();
  }

  /** Whatever can be asked, of the server, of the room that all are in, and of the hidden one. */
  private static void ask(Guest max, RoomId lobby, RoomId secret) {
    tell(max, Command.Rooms::new);
    tell(max, id -> new Command.People(id, "", 500));
    tell(max, id -> new Command.Mentions(id, 0, 100));
    tell(max, Command.Devices::new);
    tell(max, Command.Settings::new);
    tell(max, Command.AskHealth::new);
    for (String words : List.of("lunch", "secret", "plans", "a")) {
      tell(max, id -> new Command.Search(id, words, Command.Narrow.NOT, 0, 100));
    }
    for (RoomId room : List.of(lobby, secret)) {
      tell(max, id -> new Command.History(id, room, new Command.Span.After(0), 100));
      tell(max, id -> new Command.Members(id, room));
      tell(max, id -> new Command.Pins(id, room));
      tell(max, id -> new Command.Files(id, room, 0, 100));
      tell(max, id -> new Command.Edits(id, room, 5));
      tell(max, id -> new Command.Thread(id, room, 3, 0, 100));
    }
    var forward = new Command.Hook(0, 0, new Command.Source(secret, 3), List.of());
    tell(max, id -> new Command.Send(id, lobby, Nonce.fresh(), "Look at that", forward));
    Cast.settle(max);
  }

  private static void tell(Guest max, LongFunction<Command> command) {
    long id = max.nextId();
    max.say(command.apply(id));
    max.await(Event.Reply.class, reply -> reply.re() == id);
  }

  /**
   * By names instead of ids. Who is online comes when the server has time for it: in whatever order
   * it came, it counts once.
   */
  private static List<String> alike(List<String> frames, Map<String, String> names) {
    var inOrder = new ArrayList<String>();
    var passing = new TreeSet<String>();
    for (String frame : frames) {
      String alike = CHANCE.matcher(frame).replaceAll("#");
      for (var name : names.entrySet()) {
        alike = alike.replace(name.getKey(), name.getValue());
      }
      (alike.startsWith("{\"type\":\"presence\"") ? passing : inOrder).add(alike);
    }
    inOrder.addAll(passing);
    return inOrder;
  }
}
