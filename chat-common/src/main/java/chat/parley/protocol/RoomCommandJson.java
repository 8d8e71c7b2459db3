package chat.parley.protocol;

import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.RoomKind;
import chat.parley.model.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON names of commands about rooms and who is in them. */
final class RoomCommandJson {
  private static final int TOPIC_CHARS = 250;
  private static final int DESCRIPTION_CHARS = 2_000;
  private static final int QUERY_CHARS = 100;
  private static final int USUAL_PAGE = 100;

  private RoomCommandJson() {}

  static Command.CreateRoom createRoom(JsonIn in, long id) throws Malformed {
    RoomKind kind =
        in.has("kind")
            ? in.oneOf("kind", RoomKind.class)
                .filter(known -> known != RoomKind.DIRECT)
                .orElseThrow(() -> JsonIn.bad("\"kind\" is public or private."))
            : RoomKind.PUBLIC;
    return new Command.CreateRoom(
        id,
        in.text("name", CommandJson.NAME_CHARS),
        kind,
        in.has("topic") ? in.line("topic", TOPIC_CHARS) : "",
        in.users("invite"));
  }

  static Command.SetRank rank(JsonIn in, long id) throws Malformed {
    Rank rank =
        in.oneOf("rank", Rank.class)
            .orElseThrow(() -> JsonIn.bad("\"rank\" is reader, member, moderator or owner."));
    return new Command.SetRank(id, in.room("room"), in.user("user"), rank);
  }

  static Command.ChangeRoom changeRoom(JsonIn in, long id) throws Malformed {
    return new Command.ChangeRoom(
        id,
        in.room("room"),
        in.has("name") ? in.text("name", CommandJson.NAME_CHARS) : null,
        in.has("topic") ? in.line("topic", TOPIC_CHARS) : null,
        in.has("description") ? in.lines("description", DESCRIPTION_CHARS) : null,
        posting(in),
        in.has("archived") ? in.flag("archived") : null);
  }

  private static @Nullable Posting posting(JsonIn in) throws Malformed {
    return in.has("posting")
        ? in.oneOf("posting", Posting.class)
            .orElseThrow(() -> JsonIn.bad("\"posting\" is everybody or moderators."))
        : null;
  }

  static Command.People people(JsonIn in, long id) throws Malformed {
    return new Command.People(
        id,
        in.has("query") ? in.line("query", QUERY_CHARS) : "",
        Math.clamp(in.number("limit", USUAL_PAGE), 1, Limits.DEFAULT.historyEvents()));
  }

  static String write(Command.CreateRoom c) {
    return JsonOut.object(
        "create_room",
        out ->
            out.putUnlessZero("id", c.id())
                .put("name", c.name())
                .put("kind", c.kind())
                .put("topic", c.topic())
                .texts("invite", values(c.invite())));
  }

  static String write(Command.OpenDirect c) {
    return JsonOut.object(
        "direct", out -> out.putUnlessZero("id", c.id()).texts("with", values(c.with())));
  }

  static String write(Command.Invite c) {
    return JsonOut.object(
        "invite",
        out ->
            out.putUnlessZero("id", c.id())
                .put("room", c.room().value())
                .texts("users", values(c.users())));
  }

  static String write(Command.Remove c) {
    return JsonOut.object(
        "remove",
        out ->
            out.putUnlessZero("id", c.id())
                .put("room", c.room().value())
                .put("user", c.user().value()));
  }

  static String write(Command.SetRank c) {
    return JsonOut.object(
        "rank",
        out ->
            out.putUnlessZero("id", c.id())
                .put("room", c.room().value())
                .put("user", c.user().value())
                .put("rank", c.rank()));
  }

  static String write(Command.ChangeRoom c) {
    return JsonOut.object(
        "change_room",
        out -> {
          out.putUnlessZero("id", c.id())
              .put("room", c.room().value())
              .put("name", c.name())
              .put("topic", c.topic())
              .put("description", c.description());
          if (c.posting() != null) {
            out.put("posting", c.posting());
          }
          if (c.archived() != null) {
            out.put("archived", c.archived());
          }
        });
  }

  static String write(Command.People c) {
    return JsonOut.object(
        "people",
        out -> out.putUnlessZero("id", c.id()).put("query", c.query()).put("limit", c.limit()));
  }

  private static List<String> values(List<UserId> users) {
    return users.stream().map(UserId::value).toList();
  }
}
