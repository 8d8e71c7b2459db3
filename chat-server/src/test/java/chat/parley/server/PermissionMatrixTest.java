package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Malformed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everybody says every command everywhere, over real sockets. What comes of it is held against
 * docs/PERMISSIONS.md; that nobody reads what is not theirs is held against all that they were
 * sent.
 */
class PermissionMatrixTest {
  private static final String DONE = "done";
  private static final RoomId NO_ROOM = new RoomId("r_there_is_none");

  /** In these the people and rooms of the whole server are by intention. */
  private static final Set<String> LISTS_OF_PEOPLE =
      Set.of("people", "roster", "audit", "reports", "reported");

  @TempDir Path data;

  private final Rows rows = new Rows();
  private final Map<String, Map<Part, String>> table = new LinkedHashMap<>();
  private final Map<Setting, Stage> stages = new EnumMap<>(Setting.class);
  private final Map<Setting, Stage> announcing = new EnumMap<>(Setting.class);

  /** The ids of all hidden rooms there ever were. */
  private final Set<String> hidden = new LinkedHashSet<>();

  @Test
  void everyCommandHasARow() {
    assertThat(rows.all().keySet()).isEqualTo(kindsOf(Command.class).collect(Collectors.toSet()));
  }

  @Test
  void everybodyMayDoWhatThePageSaysAndNobodyReadsWhatIsNotTheirs() throws Exception {
    hold(Team.Way.SOCKET);
  }

  @Tag("fault")
  @Test
  void soItIsForThoseWhoComeByStreams() throws Exception {
    hold(Team.Way.STREAM);
  }

  private void hold(Team.Way way) throws Exception {
    try (Team team = new Team(data, way)) {
      var cast = new Cast(team);
      Stage.reply(
          cast.of(Part.SERVER_OWNER),
          Event.Done.class,
          id -> new Command.Ban(id, cast.victim(), null, false, 60, ""));
      cast.spent();
      for (var row : rows.all().entrySet()) {
        for (Setting setting : Setting.values()) {
          if (row.getValue().inRooms() == (setting != Setting.SERVER)) {
            row(cast, row.getKey().getSimpleName(), row.getValue(), setting);
          }
        }
      }
      try (var pages = new PageRows(cast, team.port())) {
        table.putAll(pages.all(this::assertSaysNothingHidden));
      }
      try (var files = new FileRows(cast, team.port())) {
        for (Setting setting : List.of(Setting.PUBLIC, Setting.PRIVATE, Setting.DIRECT)) {
          Stage stage = Stage.room(cast, setting, false);
          if (setting.isHidden()) {
            hidden.add(stage.room().value());
          }
          table.putAll(files.of(stage));
        }
      }
      for (Part part : List.of(Part.GUEST, Part.OUTSIDER, Part.ADMIN, Part.SERVER_OWNER)) {
        Cast.settle(cast.of(part));
        cast.of(part).heard().forEach(frame -> assertKnowsNothing(part, frame));
      }
      assertMembersKnowAllThat(cast.of(Part.MEMBER));
    }
    Page.hold(table);
  }

  private void row(Cast cast, String name, Rows.Row row, Setting setting) {
    var cells = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      Stage stage = stage(cast, setting, part);
      String outcome =
          part == Part.NOBODY
              ? ofNobody(cast, row, stage)
              : ofSomebody(cast, name, row, stage, part);
      cells.put(part, outcome);
      if (outcome.equals(DONE)) {
        (part == Part.READ_ONLY ? announcing : stages).remove(setting);
        cast.spent();
      }
    }
    assertMakesSense(name, setting, cells);
    table.put("`" + name + "`" + (row.inRooms() ? " in " + setting.title() : ""), cells);
  }

  /** One that was used up by something that was done is built anew. */
  private Stage stage(Cast cast, Setting setting, Part part) {
    if (setting == Setting.SERVER) {
      return stages.computeIfAbsent(setting, _ -> Stage.server(cast));
    }
    boolean readOnly = part == Part.READ_ONLY;
    return (readOnly ? announcing : stages)
        .computeIfAbsent(
            setting,
            _ -> {
              Stage stage = Stage.room(cast, setting, readOnly);
              if (setting.isHidden()) {
                hidden.add(stage.room().value());
              }
              return stage;
            });
  }

  private static String ofNobody(Cast cast, Rows.Row row, Stage stage) {
    try (Guest stranger = cast.stranger()) {
      Command command = row.line().of(stranger.nextId(), stage.room(), stage, Part.NOBODY);
      stranger.say(command);
      Event.Reply reply = stranger.await(Event.Reply.class);
      String outcome = outcome(reply);
      if (!outcome.equals(DONE)) {
        assertThat(stranger.awaitClose()).isEqualTo(4401);
        assertThat(stranger.heard()).hasSize(1);
      }
      return outcome;
    }
  }

  private String ofSomebody(Cast cast, String name, Rows.Row row, Stage stage, Part part) {
    Guest guest = cast.of(part);
    // Made before the window opens: it may have to prepare something.
    Command command = row.line().of(guest.nextId(), stage.room(), stage, part);
    Cast.settle(guest);
    int before = guest.heard().size();
    Event.Reply reply = said(guest, command);
    boolean isIn = part.isIn(stage.setting());
    if (stage.setting().isHidden() && !isIn) {
      Cast.settle(guest);
      guest.heard().stream().skip(before).forEach(frame -> assertKnowsNothing(part, frame));
      if (reply instanceof Event.Failed failed) {
        assertSaidOfNoRoomToo(guest, name, row, stage, part, failed);
      }
    }
    return outcome(reply);
  }

  /** The answer; of a command that has none, the pong after it. */
  private static Event.Reply said(Guest guest, Command command) {
    guest.say(command);
    if (command.id() != 0) {
      return guest.await(Event.Reply.class, reply -> reply.re() == command.id());
    }
    long ping = guest.nextId();
    guest.say(new Command.Ping(ping));
    return guest.await(
        Event.Reply.class,
        reply -> reply.re() == ping || reply instanceof Event.Failed failed && failed.re() == 0);
  }

  /** A room that is hidden and one that does not exist are refused alike, word for word. */
  private static void assertSaidOfNoRoomToo(
      Guest guest, String name, Rows.Row row, Stage stage, Part part, Event.Failed of) {
    Event.Reply none = said(guest, row.line().of(guest.nextId(), NO_ROOM, stage, part));
    Cast.settle(guest);
    assertThat(none)
        .as("%s of %s", name, part)
        .isEqualTo(new Event.Failed(none.re(), of.code(), of.message(), of.retryMs()));
  }

  private void assertKnowsNothing(Part part, String frame) {
    String type = type(frame);
    for (String marker : Stage.MARKERS) {
      assertThat(frame).as("what %s was sent", part).doesNotContain(marker);
    }
    if (!LISTS_OF_PEOPLE.contains(type)) {
      assertThat(frame).as("what %s was sent", part).doesNotContain(Cast.SECRET_MEMBER);
      if (!type.equals("left")) {
        assertThat(hidden).as("rooms in %s", frame).noneMatch(frame::contains);
      }
    } else if (!part.runsTheServer()) {
      assertThat(hidden).as("rooms in %s", frame).noneMatch(frame::contains);
    }
  }

  /** Else the absence of the marks with the others would say nothing. */
  private void assertMembersKnowAllThat(Guest member) {
    String all = String.join("\n", member.heard());
    assertThat(all).contains(Stage.MARKERS).contains(Cast.SECRET_MEMBER);
    assertThat(hidden).hasSizeGreaterThan(50).allMatch(all::contains);
  }

  private static void assertMakesSense(String name, Setting setting, Map<Part, String> cells) {
    if (!name.equals("Hello")) {
      assertThat(cells.get(Part.NOBODY)).as(name).isEqualTo("not_logged_in");
    }
    boolean leaves = name.equals("Leave");
    for (Part part : Part.values()) {
      boolean looksOver = name.equals("Reports") || name.equals("Resolve");
      if (setting.isHidden()
          && part != Part.NOBODY
          && !part.isIn(setting)
          && !leaves
          && !(looksOver && part.runsTheServer())) {
        assertThat(cells.get(part))
            .as("%s by %s in %s", name, part, setting)
            .isEqualTo(name.equals("Resolve") ? "no_such_message" : "no_such_room");
      }
    }
    if (kindsOf(Command.Administration.class).anyMatch(kind -> kind.getSimpleName().equals(name))) {
      cells.forEach(
          (part, outcome) -> {
            if (part != Part.NOBODY && !part.runsTheServer()) {
              assertThat(outcome).as("%s by %s", name, part).isEqualTo("forbidden");
            }
          });
    }
  }

  private void assertSaysNothingHidden(String answer) {
    assertThat(answer).doesNotContain(Stage.MARKERS).doesNotContain(Cast.SECRET_MEMBER);
    assertThat(hidden).noneMatch(answer::contains);
  }

  private static String outcome(Event.Reply reply) {
    return reply instanceof Event.Failed failed ? failed.code().wire() : DONE;
  }

  private static String type(String frame) {
    try {
      return Codec.decodeEvent(frame).map(PermissionMatrixTest::word).orElse("");
    } catch (Malformed e) {
      throw new AssertionError("Not an event: " + frame, e);
    }
  }

  private static String word(Event event) {
    String json = Codec.encode(event);
    int start = "{\"type\":\"".length();
    return json.substring(start, json.indexOf('"', start));
  }

  private static Stream<Class<?>> kindsOf(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(PermissionMatrixTest::kindsOf)
        : Stream.of(family);
  }

  /** The page that the matrix is held against. */
  private static final class Page {
    private static final String HEAD =
        """
        # Who may do what

        Made by `PermissionMatrixTest`: everybody says every command everywhere, over a WebSocket and over a stream, and this is
        what comes of it. When it shall be otherwise, run that test with `-Dparley.permissions=accept` and read what changed.

        *Muted*, *read-only* (of a room in which only moderators write), *reader* (by rank), *member*, *moderator* and *room owner* are in the room;
        the others are not, and *removed* was. In a direct room all who are in it are equal. What those who are not in a
        private or direct room hear of it is word for word what they hear of one that does not exist. Codes are those of
        [the protocol](PROTOCOL.md#error-codes). `GET /ws` and `POST /stream` let everybody in: who they are is
        said there, by `Hello`.

        """;

    static void hold(Map<String, Map<Part, String>> table) throws Exception {
      Path file = root().resolve("docs/PERMISSIONS.md");
      String page = page(table);
      if ("accept".equals(System.getProperty("parley.permissions"))) {
        Files.writeString(file, page);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as("docs/PERMISSIONS.md; accept with -Dparley.permissions=accept")
          .isEqualTo(page);
    }

    private static String page(Map<String, Map<Part, String>> table) {
      var page = new StringBuilder(HEAD);
      page.append("| Command |");
      for (Part part : Part.values()) {
        page.append(' ').append(part.title()).append(" |");
      }
      page.append("\n|---|").append("---|".repeat(Part.values().length)).append('\n');
      table.forEach(
          (command, cells) -> {
            page.append("| ").append(command).append(" |");
            cells.values().forEach(outcome -> page.append(' ').append(outcome).append(" |"));
            page.append('\n');
          });
      return page.toString();
    }

    private static Path root() {
      Path start = Path.of("").toAbsolutePath();
      return Stream.iterate(start, folder -> folder != null, Path::getParent)
          .filter(folder -> Files.isRegularFile(folder.resolve("parley")))
          .findFirst()
          .orElseThrow();
    }
  }
}
