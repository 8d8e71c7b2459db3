package chat.parley.server.store;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.model.Ties;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an event has no column of its own: a small JSON object, absent when it is empty. */
final class EventData {
  private static final EventData NOTHING = new EventData(new JsonObject());

  private final JsonObject json;

  private EventData(JsonObject json) {
    this.json = json;
  }

  static EventData of(@Nullable String text) {
    return text == null ? NOTHING : new EventData(JsonParser.parseString(text).getAsJsonObject());
  }

  /**
   * @param hook as it was asked for, so that the same send can be told from another
   */
  static @Nullable String message(List<UserId> mentions, Ties ties, Command.Hook hook) {
    if (mentions.isEmpty() && ties == Ties.NONE && hook.files().isEmpty()) {
      return null;
    }
    var data = new EventData(new JsonObject());
    data.putMentions(mentions);
    data.putTies(ties, hook);
    data.putFiles(ties.files(), hook.files());
    return data.text();
  }

  static String reacted(String emoji, boolean on) {
    var json = new JsonObject();
    json.addProperty("emoji", emoji);
    json.addProperty("on", on);
    return json.toString();
  }

  static String pinned(boolean on) {
    var json = new JsonObject();
    json.addProperty("on", on);
    return json.toString();
  }

  static @Nullable String by(@Nullable String name) {
    if (name == null) {
      return null;
    }
    var json = new JsonObject();
    json.addProperty("by", name);
    return json.toString();
  }

  List<UserId> mentions() {
    if (!json.has("mentions")) {
      return List.of();
    }
    var mentions = new ArrayList<UserId>();
    for (JsonElement id : json.getAsJsonArray("mentions")) {
      mentions.add(new UserId(id.getAsString()));
    }
    return mentions;
  }

  /** The same with other mentions. */
  @Nullable String withMentions(List<UserId> mentions) {
    var copy = new EventData(json.deepCopy());
    copy.json.remove("mentions");
    copy.putMentions(mentions);
    return copy.text();
  }

  /** The same without what was said, but with what a repeated send is known by. */
  @Nullable String wiped() {
    var copy = new EventData(json.deepCopy());
    copy.json.remove("mentions");
    copy.json.remove("files");
    return copy.text();
  }

  /**
   * @param thread the root of the message's thread, which has a column of its own
   */
  Ties ties(long thread) {
    boolean none = !json.has("reply") && !json.has("forward") && !json.has("call");
    if (thread == 0 && none && !json.has("files")) {
      return Ties.NONE;
    }
    Ties.Forward forward = null;
    if (json.has("forward")) {
      JsonObject from = json.getAsJsonObject("forward");
      forward =
          new Ties.Forward(
              from.get("name").getAsString(),
              from.get("room").getAsString(),
              from.get("at").getAsLong());
    }
    return new Ties(
        number("reply"),
        thread,
        forward,
        json.has("call") ? Ties.Call.valueOf(text("call")) : Ties.Call.NOBODY,
        files());
  }

  private List<Attachment> files() {
    var files = new ArrayList<Attachment>();
    if (json.has("files")) {
      for (JsonElement element : json.getAsJsonArray("files")) {
        JsonObject file = element.getAsJsonObject();
        files.add(
            new Attachment(
                new FileId(file.get("id").getAsString()),
                file.get("name").getAsString(),
                file.get("size").getAsLong(),
                file.get("type").getAsString(),
                file.get("width").getAsInt(),
                file.get("height").getAsInt(),
                file.get("thumb").getAsBoolean()));
      }
    }
    return files;
  }

  Command.Hook hook() {
    Command.Source source = null;
    if (json.has("forward")) {
      JsonObject from = json.getAsJsonObject("forward");
      source =
          new Command.Source(
              new RoomId(from.get("source").getAsString()), from.get("seq").getAsLong());
    }
    var files = new ArrayList<FileId>();
    if (json.has("sent")) {
      json.getAsJsonArray("sent").forEach(id -> files.add(new FileId(id.getAsString())));
    }
    return new Command.Hook(number("reply"), number("thread"), source, files);
  }

  String emoji() {
    return text("emoji");
  }

  boolean on() {
    return json.get("on").getAsBoolean();
  }

  @Nullable String by() {
    return json.has("by") ? text("by") : null;
  }

  private void putMentions(List<UserId> mentions) {
    if (!mentions.isEmpty()) {
      var ids = new JsonArray(mentions.size());
      mentions.forEach(user -> ids.add(user.value()));
      json.add("mentions", ids);
    }
  }

  private void putTies(Ties ties, Command.Hook hook) {
    if (hook.reply() != 0) {
      json.addProperty("reply", hook.reply());
    }
    if (hook.thread() != 0) {
      json.addProperty("thread", hook.thread());
    }
    if (ties.call() != Ties.Call.NOBODY) {
      json.addProperty("call", ties.call().name());
    }
    Ties.Forward forward = ties.forward();
    Command.Source source = hook.forward();
    if (forward != null && source != null) {
      var from = new JsonObject();
      from.addProperty("source", source.room().value());
      from.addProperty("seq", source.seq());
      from.addProperty("name", forward.name());
      from.addProperty("room", forward.room());
      from.addProperty("at", forward.at());
      json.add("forward", from);
    }
  }

  /** Which ones it was sent with stays, also when they are gone. */
  private void putFiles(List<Attachment> files, List<FileId> sent) {
    if (!files.isEmpty()) {
      var all = new JsonArray(files.size());
      for (Attachment file : files) {
        var one = new JsonObject();
        one.addProperty("id", file.id().value());
        one.addProperty("name", file.name());
        one.addProperty("size", file.size());
        one.addProperty("type", file.type());
        one.addProperty("width", file.width());
        one.addProperty("height", file.height());
        one.addProperty("thumb", file.thumb());
        all.add(one);
      }
      json.add("files", all);
    }
    if (!sent.isEmpty()) {
      var ids = new JsonArray(sent.size());
      sent.forEach(id -> ids.add(id.value()));
      json.add("sent", ids);
    }
  }

  private long number(String name) {
    return json.has(name) ? json.get(name).getAsLong() : 0;
  }

  private String text(String name) {
    return json.get(name).getAsString();
  }

  private @Nullable String text() {
    return json.isEmpty() ? null : json.toString();
  }
}
