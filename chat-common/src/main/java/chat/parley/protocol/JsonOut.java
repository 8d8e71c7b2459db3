package chat.parley.protocol;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object, field by field. A null value leaves its field out. Text is escaped only
 * where JSON demands it, so that a text of the longest allowed length always fits a frame.
 */
final class JsonOut {
  private final StringWriter text = new StringWriter(256);
  private final JsonWriter writer = new JsonWriter(text);

  private JsonOut() {
    writer.setHtmlSafe(false);
  }

  static String object(String type, Consumer<JsonOut> fields) {
    var out = new JsonOut();
    out.inObject(() -> fields.accept(out.put("type", type)));
    return out.text.toString();
  }

  JsonOut put(String name, @Nullable String value) {
    return value == null ? this : io(() -> writer.name(name).jsonValue(quoted(value)));
  }

  JsonOut put(String name, long value) {
    return io(() -> writer.name(name).value(value));
  }

  JsonOut put(String name, boolean value) {
    return io(() -> writer.name(name).value(value));
  }

  JsonOut put(String name, Enum<?> value) {
    return put(name, value.name().toLowerCase(Locale.ROOT));
  }

  /** For the ids of commands: 0 means that there is none. */
  JsonOut putUnlessZero(String name, long value) {
    return value == 0 ? this : put(name, value);
  }

  JsonOut object(String name, Runnable fields) {
    io(() -> writer.name(name));
    return inObject(fields);
  }

  <T> JsonOut array(String name, Iterable<T> items, Consumer<T> fields) {
    io(() -> writer.name(name).beginArray());
    items.forEach(item -> inObject(() -> fields.accept(item)));
    return io(writer::endArray);
  }

  /** An array of texts; an empty one is left out. */
  JsonOut texts(String name, Collection<String> values) {
    if (values.isEmpty()) {
      return this;
    }
    io(() -> writer.name(name).beginArray());
    values.forEach(value -> io(() -> writer.jsonValue(quoted(value))));
    return io(writer::endArray);
  }

  private JsonOut inObject(Runnable fields) {
    io(writer::beginObject);
    fields.run();
    return io(writer::endObject);
  }

  /**
   * A JSON string. Gson's own would make six bytes of each U+2028, and let half of a surrogate pair
   * through, of which UTF-8 makes a question mark without a word; escaped, the other side can say
   * what is wrong.
   */
  private static String quoted(String value) {
    var text = new StringBuilder(value.length() + 16).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || isHalf(value, i)) {
            text.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.append('"').toString();
  }

  private static boolean isHalf(String value, int at) {
    char c = value.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
  }

  private JsonOut io(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      // A StringWriter has no device that could fail.
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
