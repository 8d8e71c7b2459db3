package chat.parley.protocol;

import static chat.parley.protocol.ModelJson.ANY;

import chat.parley.model.Attachment;
import chat.parley.model.Changes;
import chat.parley.model.Reaction;
import chat.parley.model.RoomId;
import chat.parley.model.Ties;
import chat.parley.model.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON names of what is in a room's log. */
final class RoomEventJson {
  private RoomEventJson() {}

  static String typeOf(Event.RoomEvent event) {
    return switch (event) {
      case Event.Message _ -> "message";
      case Event.Edited _ -> "edited";
      case Event.Deleted _ -> "deleted";
      case Event.Reacted _ -> "reacted";
      case Event.Pinned _ -> "pinned";
      case Event.JoinedRoom _ -> "joined_room";
      case Event.LeftRoom _ -> "left_room";
      case Event.RoomChanged _ -> "room_changed";
      case Event.RankChanged _ -> "rank_changed";
      case Event.Renamed _ -> "renamed";
      case Event.Unrecognized e -> e.type();
    };
  }

  static void write(JsonOut out, Event.RoomEvent event) {
    out.put("room", event.room().value()).put("seq", event.seq());
    switch (event) {
      case Event.Message e -> message(out, e);
      case Event.Edited e ->
          by(out, e.from(), e.name(), e.at())
              .put("target", e.target())
              .put("body", e.body())
              .texts("mentions", values(e.mentions()));
      case Event.Deleted e -> by(out, e.from(), e.name(), e.at()).put("target", e.target());
      case Event.Reacted e ->
          by(out, e.from(), e.name(), e.at())
              .put("target", e.target())
              .put("emoji", e.emoji())
              .put("on", e.on());
      case Event.Pinned e ->
          by(out, e.from(), e.name(), e.at()).put("target", e.target()).put("on", e.on());
      case Event.JoinedRoom e -> by(out, e.from(), e.name(), e.at()).put("by", e.by());
      case Event.LeftRoom e -> by(out, e.from(), e.name(), e.at()).put("by", e.by());
      case Event.RoomChanged e ->
          by(out, e.from(), e.name(), e.at()).object("now", () -> ModelJson.room(out, e.now()));
      case Event.RankChanged e ->
          by(out, e.from(), e.name(), e.at())
              .object("member", () -> ModelJson.user(out, e.member()))
              .put("rank", e.rank());
      case Event.Renamed e -> by(out, e.from(), e.name(), e.at()).put("before", e.before());
      case Event.Unrecognized e -> out.put("at", e.at());
    }
  }

  private static JsonOut by(JsonOut out, UserId from, String name, long at) {
    return out.put("from", from.value()).put("name", name).put("at", at);
  }

  private static void message(JsonOut out, Event.Message e) {
    by(out, e.from(), e.name(), e.at()).put("body", e.body());
    out.texts("mentions", values(e.mentions()));
    out.put("nonce", e.nonce() == null ? null : e.nonce().value());
    ties(out, e.ties());
    if (!e.changes().equals(Changes.NONE)) {
      out.object("changes", () -> changes(out, e.changes()));
    }
  }

  static void ties(JsonOut out, Ties ties) {
    out.putUnlessZero("reply", ties.reply()).putUnlessZero("thread", ties.thread());
    Ties.Forward forward = ties.forward();
    if (forward != null) {
      out.object(
          "forward",
          () ->
              out.put("name", forward.name()).put("room", forward.room()).put("at", forward.at()));
    }
    if (ties.call() != Ties.Call.NOBODY) {
      out.put("call", ties.call());
    }
    if (!ties.files().isEmpty()) {
      out.array("files", ties.files(), file -> ModelJson.attachment(out, file));
    }
  }

  static void changes(JsonOut out, Changes changes) {
    out.put("seq", changes.seq()).putUnlessZero("edited_at", changes.editedAt());
    if (changes.deleted()) {
      out.put("deleted", true);
    }
    if (changes.pinned()) {
      out.put("pinned", true);
    }
    if (!changes.reactions().isEmpty()) {
      out.array(
          "reactions",
          changes.reactions(),
          reaction -> out.put("emoji", reaction.emoji()).texts("by", values(reaction.by())));
    }
    Changes.Replies replies = changes.replies();
    if (replies.count() > 0) {
      out.object(
          "replies",
          () ->
              out.put("count", replies.count())
                  .put("last", replies.last())
                  .texts("by", values(replies.by())));
    }
  }

  static Event.RoomEvent read(JsonIn in) throws Malformed {
    String type = in.type();
    RoomId room = in.room("room");
    long seq = in.positive("seq");
    long at = in.number("at", 0);
    return switch (type) {
      case "message" -> message(in);
      case "edited" ->
          new Event.Edited(
              room, seq, from(in), name(in), at, target(in), in.text("body", ANY), mentions(in));
      case "deleted" -> new Event.Deleted(room, seq, from(in), name(in), at, target(in));
      case "reacted" ->
          new Event.Reacted(
              room, seq, from(in), name(in), at, target(in), in.text("emoji", ANY), in.flag("on"));
      case "pinned" ->
          new Event.Pinned(room, seq, from(in), name(in), at, target(in), in.flag("on"));
      case "joined_room" -> new Event.JoinedRoom(room, seq, from(in), name(in), at, by(in));
      case "left_room" -> new Event.LeftRoom(room, seq, from(in), name(in), at, by(in));
      case "renamed" ->
          new Event.Renamed(room, seq, from(in), name(in), at, in.text("before", ANY));
      case "room_changed" ->
          new Event.RoomChanged(
              room, seq, from(in), name(in), at, ModelJson.room(in.object("now")));
      case "rank_changed" ->
          new Event.RankChanged(
              room,
              seq,
              from(in),
              name(in),
              at,
              ModelJson.user(in.object("member")),
              ModelJson.rank(in));
      default -> new Event.Unrecognized(room, seq, at, type);
    };
  }

  static Event.Message message(JsonIn in) throws Malformed {
    return new Event.Message(
        in.room("room"),
        in.positive("seq"),
        from(in),
        name(in),
        in.number("at", 0),
        in.text("body", ANY),
        mentions(in),
        in.has("nonce") ? in.nonce("nonce") : null,
        ties(in),
        in.has("changes") ? changes(in.object("changes")) : Changes.NONE);
  }

  private static Ties ties(JsonIn in) throws Malformed {
    long reply = in.number("reply", 0);
    long thread = in.number("thread", 0);
    boolean none = reply == 0 && thread == 0 && !in.has("forward") && !in.has("call");
    if (none && !in.has("files")) {
      return Ties.NONE;
    }
    Ties.Forward forward = null;
    if (in.has("forward")) {
      JsonIn from = in.object("forward");
      forward =
          new Ties.Forward(
              from.text("name", ANY), from.text("room", ANY, ""), from.number("at", 0));
    }
    Ties.Call call =
        in.has("call")
            ? in.oneOf("call", Ties.Call.class).orElse(Ties.Call.NOBODY)
            : Ties.Call.NOBODY;
    return new Ties(reply, thread, forward, call, files(in));
  }

  private static List<Attachment> files(JsonIn in) throws Malformed {
    var files = new ArrayList<Attachment>();
    if (in.has("files")) {
      for (JsonIn file : in.objects("files")) {
        files.add(ModelJson.attachment(file));
      }
    }
    return files;
  }

  private static Changes changes(JsonIn in) throws Malformed {
    var reactions = new ArrayList<Reaction>();
    if (in.has("reactions")) {
      for (JsonIn reaction : in.objects("reactions")) {
        reactions.add(new Reaction(reaction.text("emoji", ANY), reaction.users("by")));
      }
    }
    Changes.Replies replies = Changes.Replies.NONE;
    if (in.has("replies")) {
      JsonIn under = in.object("replies");
      replies =
          new Changes.Replies(under.count("count", 0), under.number("last", 0), under.users("by"));
    }
    return new Changes(
        in.number("seq", 0),
        in.number("edited_at", 0),
        in.flag("deleted"),
        in.flag("pinned"),
        reactions,
        replies);
  }

  private static UserId from(JsonIn in) throws Malformed {
    return in.user("from");
  }

  private static String name(JsonIn in) throws Malformed {
    return in.text("name", ANY);
  }

  private static long target(JsonIn in) throws Malformed {
    return in.positive("target");
  }

  private static @Nullable String by(JsonIn in) throws Malformed {
    return in.has("by") ? in.text("by", ANY) : null;
  }

  private static List<UserId> mentions(JsonIn in) throws Malformed {
    return in.users("mentions");
  }

  private static List<String> values(List<UserId> users) {
    return users.stream().map(UserId::value).toList();
  }
}
