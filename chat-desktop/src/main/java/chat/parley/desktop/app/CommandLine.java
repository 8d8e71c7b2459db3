package chat.parley.desktop.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said when the app was started.
 *
 * @param profile the folder to keep everything in; null for the usual one
 * @param server an address to go to without asking; null to ask
 * @param name who to be there; null for the name last used
 */
record CommandLine(@Nullable Path profile, @Nullable String server, @Nullable String name) {
  static final String HELP =
      """
      parley [--profile DIR] [--server ADDRESS] [--name NAME]
        --profile DIR      keep settings and messages in DIR; two profiles are two people
        --server ADDRESS   go to this server, for example office-pc or 192.168.1.5:7070
        --name NAME        be called NAME there""";

  /**
   * @throws IllegalArgumentException with one sentence about what cannot be understood
   */
  static CommandLine parse(List<String> args) {
    Path profile = null;
    String server = null;
    String name = null;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--profile" -> profile = folder(value(option, rest));
        case "--server" -> server = value(option, rest);
        case "--name" -> name = value(option, rest);
        default ->
            throw new IllegalArgumentException(
                "Parley does not know \"" + option + "\"; --help lists what it knows.");
      }
    }
    return new CommandLine(profile, server, name);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("Something is missing after " + option + ".");
    }
    return rest.next();
  }

  private static Path folder(String text) {
    try {
      return Path.of(text).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not the name of a folder.", e);
    }
  }
}
