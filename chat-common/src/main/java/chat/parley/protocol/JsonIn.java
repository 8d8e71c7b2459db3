package chat.parley.protocol;

import chat.parley.model.Body;
import chat.parley.model.DeviceId;
import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One JSON object that came from the other side, read field by field. Every reader checks type and
 * range and names the field in its sentence; fields nobody asks for are ignored.
 */
final class JsonIn {
  /** The largest whole number that every JSON library keeps exactly (RFC 8259 section 6). */
  private static final long MAX_NUMBER = (1L << 53) - 1;

  private final JsonObject object;

  private JsonIn(JsonObject object) {
    this.object = object;
  }

  static JsonIn parse(String json) throws Malformed {
    // Gson would skip it; RFC 8259 section 8.1 forbids to send it.
    if (json.startsWith("\ufeff")) {
      throw bad("A message starts with {, not with a byte order mark.");
    }
    try {
      var reader = new JsonReader(new StringReader(json));
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(Limits.JSON_DEPTH);
      JsonElement root = JsonParser.parseReader(reader);
      if (!root.isJsonObject()) {
        throw bad("A message is one JSON object.");
      }
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw bad("There is something after the JSON object.");
      }
      return new JsonIn(root.getAsJsonObject());
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw bad("That is not valid JSON, or it nests deeper than " + Limits.JSON_DEPTH + ".");
    }
  }

  String type() throws Malformed {
    return line("type", 64);
  }

  boolean has(String field) {
    JsonElement value = object.get(field);
    return value != null && !value.isJsonNull();
  }

  /** Text of at most {@code maxChars} UTF-16 units that can be written as UTF-8. */
  String text(String field, int maxChars) throws Malformed {
    String value = primitive(field, "text", JsonPrimitive::isString).getAsString();
    if (value.length() > maxChars) {
      throw new Malformed(
          ErrorCode.TOO_BIG, "\"" + field + "\" is longer than " + maxChars + " characters.");
    }
    if (!wellFormed(value)) {
      throw bad("\"" + field + "\" has half of a surrogate pair.");
    }
    return value;
  }

  String text(String field, int maxChars, String otherwise) throws Malformed {
    return has(field) ? text(field, maxChars) : otherwise;
  }

  /** Text that may stand in a line of a log: without control characters. */
  String line(String field, int maxChars) throws Malformed {
    String value = text(field, maxChars);
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw bad("\"" + field + "\" has a control character.");
    }
    return value;
  }

  /** Text of several lines, without other control characters; may be empty. */
  String lines(String field, int maxChars) throws Malformed {
    String value = text(field, maxChars);
    if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      throw bad("\"" + field + "\" has a control character.");
    }
    return value;
  }

  /** What a person says, see {@link Body}. */
  String body(String field, int maxChars) throws Malformed {
    return body(field, maxChars, false);
  }

  /**
   * @param mayBeEmpty whether there is something else to be said
   */
  String body(String field, int maxChars, boolean mayBeEmpty) throws Malformed {
    String value = text(field, maxChars);
    Optional<String> problem = Body.problem(value);
    if (problem.isPresent() && !(mayBeEmpty && value.isEmpty())) {
      throw bad(problem.get());
    }
    return value;
  }

  boolean flag(String field) throws Malformed {
    return has(field) && primitive(field, "true or false", JsonPrimitive::isBoolean).getAsBoolean();
  }

  /** A whole number from 0. */
  long number(String field) throws Malformed {
    return wholeNumber(field, primitive(field, "a number", JsonPrimitive::isNumber));
  }

  long number(String field, long otherwise) throws Malformed {
    return has(field) ? number(field) : otherwise;
  }

  /** A whole number from 0 that fits an int. */
  int count(String field, int otherwise) throws Malformed {
    long value = number(field, otherwise);
    if (value > Integer.MAX_VALUE) {
      throw bad("\"" + field + "\" must be at most " + Integer.MAX_VALUE + ".");
    }
    return (int) value;
  }

  long positive(String field) throws Malformed {
    long value = number(field);
    if (value == 0) {
      throw bad("\"" + field + "\" must be at least 1.");
    }
    return value;
  }

  /** A whole number of that range, its ends included. */
  long between(String field, long least, long most) throws Malformed {
    long value = number(field);
    if (value < least || value > most) {
      throw bad("\"" + field + "\" must be from " + least + " to " + most + ".");
    }
    return value;
  }

  RoomId room(String field) throws Malformed {
    return id(field, RoomId::new);
  }

  UserId user(String field) throws Malformed {
    return id(field, UserId::new);
  }

  Nonce nonce(String field) throws Malformed {
    return id(field, Nonce::new);
  }

  /** A constant by its lower-case name; empty when this build has none of that name. */
  <T extends Enum<T>> Optional<T> oneOf(String field, Class<T> type) throws Malformed {
    String value = text(field, 32);
    for (T constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  JsonIn object(String field) throws Malformed {
    JsonElement value = present(field);
    if (!value.isJsonObject()) {
      throw bad("\"" + field + "\" must be an object.");
    }
    return new JsonIn(value.getAsJsonObject());
  }

  /** The objects of an array, in order. */
  List<JsonIn> objects(String field) throws Malformed {
    JsonElement value = present(field);
    if (!(value instanceof JsonArray array)) {
      throw bad("\"" + field + "\" must be an array.");
    }
    var objects = new ArrayList<JsonIn>(array.size());
    for (JsonElement element : array) {
      if (!element.isJsonObject()) {
        throw bad("\"" + field + "\" must be an array of objects.");
      }
      objects.add(new JsonIn(element.getAsJsonObject()));
    }
    return objects;
  }

  /** The users named in an array; absent means none. */
  List<UserId> users(String field) throws Malformed {
    if (!has(field)) {
      return List.of();
    }
    if (!(present(field) instanceof JsonArray array)) {
      throw bad("\"" + field + "\" must be an array.");
    }
    var users = new ArrayList<UserId>(array.size());
    for (JsonElement element : array) {
      users.add(userIn(field, element));
    }
    return users;
  }

  /** The texts in an array; absent means none. */
  List<String> texts(String field) throws Malformed {
    if (!has(field)) {
      return List.of();
    }
    if (!(present(field) instanceof JsonArray array)) {
      throw bad("\"" + field + "\" must be an array.");
    }
    var texts = new ArrayList<String>(array.size());
    for (JsonElement element : array) {
      if (!(element instanceof JsonPrimitive primitive && primitive.isString())) {
        throw bad("\"" + field + "\" must be an array of texts.");
      }
      texts.add(primitive.getAsString());
    }
    return texts;
  }

  /** An object whose names are rooms and whose values are whole numbers; absent means empty. */
  Map<RoomId, Long> numbersByRoom(String field) throws Malformed {
    if (!has(field)) {
      return Map.of();
    }
    JsonIn inner = object(field);
    var numbers = new LinkedHashMap<RoomId, Long>();
    for (String name : inner.object.keySet()) {
      try {
        numbers.put(new RoomId(name), inner.number(name));
      } catch (IllegalArgumentException e) {
        throw bad("\"" + field + "\" names something that is not a room.");
      }
    }
    return numbers;
  }

  static Malformed bad(String sentence) {
    return new Malformed(ErrorCode.BAD_MESSAGE, sentence);
  }

  DeviceId device(String field) throws Malformed {
    return id(field, DeviceId::new);
  }

  FileId file(String field) throws Malformed {
    return id(field, FileId::new);
  }

  /**
   * The files named in an array; absent means none.
   *
   * @param most more are refused, and so is one that is named twice
   */
  List<FileId> files(String field, int most) throws Malformed {
    var files = new ArrayList<FileId>();
    for (String id : texts(field)) {
      try {
        files.add(new FileId(id));
      } catch (IllegalArgumentException e) {
        throw bad("\"" + field + "\" must be an array of file ids.");
      }
    }
    if (files.size() > most) {
      throw bad("A message takes at most " + most + " files.");
    }
    if (files.stream().distinct().count() < files.size()) {
      throw bad("\"" + field + "\" names a file twice.");
    }
    return files;
  }

  private <T> T id(String field, Function<String, T> make) throws Malformed {
    String value = text(field, Limits.DEFAULT.frameBytes());
    try {
      return make.apply(value);
    } catch (IllegalArgumentException e) {
      throw bad("\"" + field + "\": " + e.getMessage());
    }
  }

  private static UserId userIn(String field, JsonElement element) throws Malformed {
    if (element instanceof JsonPrimitive primitive && primitive.isString()) {
      try {
        return new UserId(primitive.getAsString());
      } catch (IllegalArgumentException e) {
        // Refused below, in the same words as what is no text at all.
      }
    }
    throw bad("\"" + field + "\" must be an array of user ids.");
  }

  private JsonElement present(String field) throws Malformed {
    if (!has(field)) {
      throw bad("\"" + field + "\" is missing.");
    }
    return object.get(field);
  }

  private JsonPrimitive primitive(String field, String what, Function<JsonPrimitive, Boolean> is)
      throws Malformed {
    if (present(field) instanceof JsonPrimitive primitive && is.apply(primitive)) {
      return primitive;
    }
    throw bad("\"" + field + "\" must be " + what + ".");
  }

  private static long wholeNumber(String field, JsonPrimitive primitive) throws Malformed {
    String digits = primitive.getAsString();
    // Longer than any allowed number, or with a point or exponent: not worth parsing.
    if (!digits.isEmpty()
        && digits.length() <= 16
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      long value = Long.parseLong(digits);
      if (value <= MAX_NUMBER) {
        return value;
      }
    }
    throw bad("\"" + field + "\" must be a whole number from 0 to " + MAX_NUMBER + ".");
  }

  private static boolean wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
