package chat.parley.protocol;

import chat.parley.model.FileId;
import chat.parley.model.Kept;
import chat.parley.model.Reaction;
import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import chat.parley.model.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The JSON names of commands about messages, and of what a person keeps and says of themselves. */
final class TalkCommandJson {
  private static final int EMOJI_CHARS = 64;
  private static final int USUAL_PAGE = 50;

  private TalkCommandJson() {}

  static Command.Send send(JsonIn in, long id) throws Malformed {
    Command.Hook hook = hook(in);
    boolean bare = hook.files().isEmpty() && hook.forward() == null;
    return new Command.Send(
        id,
        in.room("room"),
        in.nonce("nonce"),
        in.body("body", Limits.DEFAULT.bodyChars(), !bare),
        hook);
  }

  private static Command.Hook hook(JsonIn in) throws Malformed {
    Command.Source forward = null;
    if (in.has("forward")) {
      JsonIn source = in.object("forward");
      forward = new Command.Source(source.room("room"), source.positive("seq"));
    }
    long reply = in.number("reply", 0);
    long thread = in.number("thread", 0);
    List<FileId> files = in.files("files", Limits.MESSAGE_FILES);
    return reply == 0 && thread == 0 && forward == null && files.isEmpty()
        ? Command.Hook.NONE
        : new Command.Hook(reply, thread, forward, files);
  }

  static Command.React react(JsonIn in, long id) throws Malformed {
    String emoji = in.text("emoji", EMOJI_CHARS);
    if (!Reaction.isEmoji(emoji)) {
      throw JsonIn.bad("A reaction is one emoji.");
    }
    return new Command.React(id, in.room("room"), in.positive("seq"), emoji, in.flag("on"));
  }

  static Command.Thread thread(JsonIn in, long id) throws Malformed {
    return new Command.Thread(
        id,
        in.room("room"),
        in.positive("seq"),
        in.number("before", 0),
        Math.clamp(in.number("limit", USUAL_PAGE), 1, Limits.DEFAULT.historyEvents()));
  }

  static Command.Files files(JsonIn in, long id) throws Malformed {
    return new Command.Files(
        id,
        in.room("room"),
        in.number("before", 0),
        Math.clamp(in.number("limit", USUAL_PAGE), 1, Limits.DEFAULT.historyEvents()));
  }

  static Command.Mentions mentions(JsonIn in, long id) throws Malformed {
    return new Command.Mentions(
        id,
        in.number("before", 0),
        Math.clamp(in.number("limit", USUAL_PAGE), 1, Limits.DEFAULT.historyEvents()));
  }

  static Command.Search search(JsonIn in, long id) throws Malformed {
    var narrow =
        new Command.Narrow(
            in.has("room") ? in.room("room") : null,
            in.has("from") ? in.user("from") : null,
            in.number("since", 0),
            in.number("until", 0),
            in.flag("files"));
    String query = in.has("query") ? in.lines("query", SearchWords.MAX_CHARS) : "";
    if (SearchWords.of(query).isEmpty() && narrow.equals(Command.Narrow.NOT)) {
      throw JsonIn.bad("Say what to look for: a word, a person, a room, a time or files.");
    }
    return new Command.Search(
        id,
        query,
        narrow,
        in.number("before", 0),
        Math.clamp(in.number("limit", USUAL_PAGE), 1, Limits.HITS));
  }

  static Command.Keep keep(JsonIn in, long id) throws Malformed {
    String value = in.has("value") ? in.text("value", Kept.VALUE_MAX) : null;
    var kept = new Kept(in.text("key", Kept.KEY_MAX), value, 0);
    refuse(kept.problem());
    return new Command.Keep(id, kept.key(), kept.value());
  }

  static Command.SetStatus status(JsonIn in, long id) throws Malformed {
    Status status = ModelJson.status(in, "says");
    if (status != null) {
      refuse(status.problem());
    }
    return new Command.SetStatus(id, status);
  }

  private static void refuse(Optional<String> problem) throws Malformed {
    if (problem.isPresent()) {
      throw JsonIn.bad(problem.get());
    }
  }

  static String write(Command.Send c) {
    return of(
        "send",
        c.id(),
        c.room(),
        out -> {
          out.put("nonce", c.nonce().value()).put("body", c.body());
          Command.Hook hook = c.hook();
          out.putUnlessZero("reply", hook.reply()).putUnlessZero("thread", hook.thread());
          Command.Source from = hook.forward();
          if (from != null) {
            out.object(
                "forward", () -> out.put("room", from.room().value()).put("seq", from.seq()));
          }
          out.texts("files", hook.files().stream().map(FileId::value).toList());
        });
  }

  static String write(Command.Edit c) {
    return of("edit", c.id(), c.room(), out -> out.put("seq", c.seq()).put("body", c.body()));
  }

  static String write(Command.Delete c) {
    return of("delete", c.id(), c.room(), out -> out.put("seq", c.seq()));
  }

  static String write(Command.React c) {
    return of(
        "react",
        c.id(),
        c.room(),
        out -> out.put("seq", c.seq()).put("emoji", c.emoji()).put("on", c.on()));
  }

  static String write(Command.Pin c) {
    return of("pin", c.id(), c.room(), out -> out.put("seq", c.seq()).put("on", c.on()));
  }

  static String write(Command.Edits c) {
    return of("edits", c.id(), c.room(), out -> out.put("seq", c.seq()));
  }

  static String write(Command.Thread c) {
    return of(
        "thread",
        c.id(),
        c.room(),
        out -> out.put("seq", c.seq()).putUnlessZero("before", c.before()).put("limit", c.limit()));
  }

  static String write(Command.Files c) {
    return of(
        "files",
        c.id(),
        c.room(),
        out -> out.putUnlessZero("before", c.before()).put("limit", c.limit()));
  }

  static String write(Command.Pins c) {
    return of("pins", c.id(), c.room(), _ -> {});
  }

  static String write(Command.Mentions c) {
    return JsonOut.object(
        "mentions",
        out ->
            out.putUnlessZero("id", c.id())
                .putUnlessZero("before", c.before())
                .put("limit", c.limit()));
  }

  static String write(Command.Search c) {
    Command.Narrow narrow = c.narrow();
    return JsonOut.object(
        "search",
        out -> {
          out.putUnlessZero("id", c.id()).put("query", c.query());
          if (narrow.room() != null) {
            out.put("room", narrow.room().value());
          }
          if (narrow.from() != null) {
            out.put("from", narrow.from().value());
          }
          out.putUnlessZero("since", narrow.since()).putUnlessZero("until", narrow.until());
          if (narrow.files()) {
            out.put("files", true);
          }
          out.putUnlessZero("before", c.before()).put("limit", c.limit());
        });
  }

  static String write(Command.Unread c) {
    return of("unread", c.id(), c.room(), out -> out.put("seq", c.seq()));
  }

  static String write(Command.Got c) {
    return of("got", c.id(), c.room(), out -> out.put("seq", c.seq()));
  }

  static String write(Command.Keep c) {
    return JsonOut.object(
        "keep", out -> out.putUnlessZero("id", c.id()).put("key", c.key()).put("value", c.value()));
  }

  static String write(Command.SetStatus c) {
    return JsonOut.object(
        "status",
        out -> {
          out.putUnlessZero("id", c.id());
          ModelJson.status(out, "says", c.status());
        });
  }

  private static String of(String type, long id, RoomId room, Consumer<JsonOut> rest) {
    return JsonOut.object(
        type, out -> rest.accept(out.putUnlessZero("id", id).put("room", room.value())));
  }
}
