package chat.parley.desktop.viewmodel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON that another client of the same person may know more of: fields that are not known here are
 * put back as they were.
 */
final class KeptJson {
  /** As it is: escaped for web pages, a draft of code would be six times as long. */
  private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

  String write(Object value) {
    return gson.toJson(value);
  }

  /**
   * @throws JsonParseException when it is something else
   */
  <T> @Nullable T read(String json, Class<T> type) {
    return gson.fromJson(json, type);
  }

  /**
   * An object with the unknown fields of the one it replaces.
   *
   * @param before null when there was none
   */
  String write(Record value, @Nullable String before) {
    return filled(value, parsed(before)).toString();
  }

  /** The unknown fields alone, with what is known at nothing; null when there are none. */
  @Nullable String rest(Record nothing, @Nullable String before) {
    JsonObject all = filled(nothing, parsed(before));
    return known(nothing).containsAll(all.keySet()) ? null : all.toString();
  }

  /** A list of objects that are the same when they have the same {@code id}. */
  String writeAll(Iterable<? extends Record> values, @Nullable String before) {
    Map<JsonElement, JsonElement> olds = new HashMap<>();
    if (parsed(before) instanceof JsonArray list) {
      for (JsonElement old : list) {
        if (old instanceof JsonObject object && object.has("id")) {
          olds.put(object.get("id"), object);
        }
      }
    }
    JsonArray all = new JsonArray();
    for (Record value : values) {
      JsonElement id = gson.toJsonTree(value).getAsJsonObject().get("id");
      all.add(filled(value, olds.get(id)));
    }
    return all.toString();
  }

  private JsonObject filled(Record value, @Nullable JsonElement before) {
    JsonObject all = gson.toJsonTree(value).getAsJsonObject();
    if (before instanceof JsonObject old) {
      Set<String> known = known(value);
      old.entrySet().stream()
          .filter(field -> !known.contains(field.getKey()))
          .forEach(field -> all.add(field.getKey(), field.getValue()));
    }
    return all;
  }

  private static Set<String> known(Record value) {
    return Stream.of(value.getClass().getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  private static @Nullable JsonElement parsed(@Nullable String json) {
    try {
      return json == null ? null : JsonParser.parseString(json);
    } catch (JsonParseException e) {
      return null; // What cannot be read counts as nothing.
    }
  }
}
