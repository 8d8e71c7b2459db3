package chat.parley.server.store;

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
    if (mentions.isEmpty() && ties == Ties.NONE) {
      return null;
    }
    var data = new EventData(new JsonObject());
    data.putMentions(mentions);
    data.putTies(ties, hook);
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

  /**
   * @param thread the root of the message's thread, which has a column of its own
   */
  Ties ties(long thread) {
    if (thread == 0 && !json.has("reply") && !json.has("forward") && !json.has("call")) {
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
        json.has("call") ? Ties.Call.valueOf(text("call")) : Ties.Call.NOBODY);
  }

  Command.Hook hook() {
    Command.Source source = null;
    if (json.has("forward")) {
      JsonObject from = json.getAsJsonObject("forward");
      source =
          new Command.Source(
              new RoomId(from.get("source").getAsString()), from.get("seq").getAsLong());
    }
    return new Command.Hook(number("reply"), number("thread"), source);
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
