package chat.parley.desktop.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Command lines of {@code gdbus}, and what it answers.
 *
 * @param name who is spoken to
 * @param path the object there
 */
record Bus(String name, String path) {
  static final String GDBUS = "gdbus";
  static final Bus NOTIFICATIONS =
      new Bus("org.freedesktop.Notifications", "/org/freedesktop/Notifications");

  private static final Pattern NUMBER = Pattern.compile("\\(uint(?:32|64) (\\d+)");

  List<String> call(String method, String... arguments) {
    var command =
        new ArrayList<>(List.of(GDBUS, "call", "--session", "--timeout", "3", "--dest", name));
    command.addAll(List.of("--object-path", path, "--method", method, "--"));
    command.addAll(List.of(arguments));
    return command;
  }

  List<String> monitor() {
    return List.of(GDBUS, "monitor", "--session", "--dest", name, "--object-path", path);
  }

  /** A text as gdbus reads it back unchanged, whatever is in it. */
  static String text(String plain) {
    String safe =
        plain.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\0", "");
    return "'" + safe + "'";
  }

  /** The first number of an answer such as {@code (uint32 5,)}. */
  static OptionalLong number(String answer) {
    Matcher number = NUMBER.matcher(answer);
    try {
      return number.find()
          ? OptionalLong.of(Long.parseLong(number.group(1)))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // Larger than any that means something.
    }
  }
}
