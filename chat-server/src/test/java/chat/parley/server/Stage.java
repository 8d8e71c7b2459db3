package chat.parley.server;

import static chat.parley.server.Team.id;

import chat.parley.model.Nonce;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** A room in which everybody is who they are in the matrix, and what has been said there. */
final class Stage {
  /** What is nowhere but in hidden rooms. */
  static final List<String> MARKERS = List.of("xyzzybody", "xyzzyroom", "xyzzytopic");

  private final Cast cast;
  private final Setting setting;
  private final RoomId room;
  private final long said;
  private final Map<Part, Long> own = new EnumMap<>(Part.class);
  private long report;

  private Stage(Cast cast, Setting setting, RoomId room) {
    this.cast = cast;
    this.setting = setting;
    this.room = room;
    if (setting.isHidden()) {
      say(cast.secret(), "xyzzybody of a secret");
    }
    said = say(cast.author(), "words of the author");
    for (Part part : Part.values()) {
      if (part.isIn(setting) || part == Part.REMOVED && setting != Setting.DIRECT) {
        own.put(part, say(cast.of(part), "words of one's own"));
      }
    }
  }

  /** Nowhere: for what concerns the whole server. */
  private Stage(Cast cast) {
    this.cast = cast;
    this.setting = Setting.SERVER;
    this.room = new RoomId("r_none");
    this.said = 1;
  }

  static Stage server(Cast cast) {
    return new Stage(cast);
  }

  static Stage room(Cast cast, Setting setting, boolean announcing) {
    Stage stage = new Stage(cast, setting, open(cast, setting));
    if (setting != Setting.DIRECT) {
      stage.arrange(announcing);
    }
    return stage;
  }

  private static RoomId open(Cast cast, Setting setting) {
    Guest owner = cast.of(Part.ROOM_OWNER);
    List<UserId> others =
        Stream.concat(
                setting.isHidden()
                    ? Stream.of(cast.author(), cast.secret())
                    : Stream.of(cast.author()),
                Stream.of(
                        Part.MUTED,
                        Part.READ_ONLY,
                        Part.READER,
                        Part.MEMBER,
                        Part.MODERATOR,
                        Part.REMOVED)
                    .filter(part -> part != Part.REMOVED || setting != Setting.DIRECT)
                    .map(cast::of))
            .map(Team::id)
            .toList();
    LongFunction<Command> command =
        switch (setting) {
          case DIRECT -> id -> new Command.OpenDirect(id, others);
          case PRIVATE ->
              id -> new Command.CreateRoom(id, "xyzzyroom", RoomKind.PRIVATE, "xyzzytopic", others);
          case PUBLIC ->
              id -> new Command.CreateRoom(id, cast.name(), RoomKind.PUBLIC, "open", others);
          case SERVER -> throw new IllegalArgumentException("The server is no room");
        };
    return reply(owner, Event.Joined.class, command).room().room().id();
  }

  private void arrange(boolean announcing) {
    Guest owner = cast.of(Part.ROOM_OWNER);
    done(owner, id -> new Command.SetRank(id, room, id(cast.of(Part.MODERATOR)), Rank.MODERATOR));
    done(owner, id -> new Command.SetRank(id, room, id(cast.of(Part.READER)), Rank.READER));
    done(owner, id -> new Command.Mute(id, room, id(cast.of(Part.MUTED)), 3600));
    done(owner, id -> new Command.Remove(id, room, id(cast.of(Part.REMOVED))));
    if (announcing) {
      done(
          owner,
          id -> new Command.ChangeRoom(id, room, null, null, null, Posting.MODERATORS, null));
    }
  }

  Cast cast() {
    return cast;
  }

  Setting setting() {
    return setting;
  }

  RoomId room() {
    return room;
  }

  /** What is said there; in a hidden room nobody else may ever read it. */
  String words() {
    return setting.isHidden() ? "xyzzybody " + cast.name() : "open words " + cast.name();
  }

  /** The seq of what the author said. */
  long said() {
    return said;
  }

  /** The seq of what somebody said themselves; the author's for who could not. */
  long own(Part part) {
    return own.getOrDefault(part, said);
  }

  /** The id of a report that waits. */
  long report() {
    if (report == 0) {
      Guest muted = cast.of(Part.MUTED);
      done(muted, id -> new Command.Report(id, room, said, "test"));
      report =
          reply(
                  cast.of(Part.SERVER_OWNER),
                  Event.ReportList.class,
                  id -> new Command.Reports(id, room, false, 0, 1))
              .reports()
              .getFirst()
              .id();
    }
    return report;
  }

  private long say(Guest guest, String body) {
    return reply(guest, Event.Ack.class, id -> new Command.Send(id, room, Nonce.fresh(), body))
        .seq();
  }

  private static void done(Guest guest, LongFunction<Command> command) {
    reply(guest, Event.Done.class, command);
  }

  /** Passes over what comes before: the people of the matrix hear a lot. */
  static <T extends Event.Reply> T reply(
      Guest guest, Class<T> kind, LongFunction<Command> command) {
    long id = guest.nextId();
    guest.say(command.apply(id));
    Event.Reply reply = guest.await(Event.Reply.class, each -> each.re() == id);
    if (!kind.isInstance(reply)) {
      throw new AssertionError("Not a " + kind.getSimpleName() + ": " + reply);
    }
    return kind.cast(reply);
  }
}
