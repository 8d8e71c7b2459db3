package chat.parley.desktop.app;

import chat.parley.desktop.platform.InvitationFile;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.discovery.Ways;
import java.io.IOException;
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
 * @param invitation a link to a server, opened as such or in a file, to be shown before anything is
 *     done; null for none
 * @param ways how to look for servers on the network; null for not at all
 */
record CommandLine(
    @Nullable Path profile,
    @Nullable String server,
    @Nullable String name,
    @Nullable String invitation,
    @Nullable Ways ways) {
  /** What follows it may be no link; the form says so, to a person who opened it somewhere. */
  private static final String LINK = "parley:";

  /**
   * @throws IllegalArgumentException with one sentence about what cannot be understood
   */
  static CommandLine parse(List<String> args) {
    Path profile = null;
    String server = null;
    String name = null;
    String invitation = null;
    Ways ways = Ways.USUAL;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--profile" -> profile = folder(value(option, rest));
        case "--server" -> server = value(option, rest);
        case "--name" -> name = value(option, rest);
        case "--discovery-port" -> ways = ways(value(option, rest));
        case "--no-discovery" -> ways = null;
        default -> {
          if (InvitationFile.is(option)) {
            invitation = inFile(option);
          } else if (option.regionMatches(true, 0, LINK, 0, LINK.length())) {
            invitation = option;
          } else {
            throw new IllegalArgumentException(Texts.of("start.unknown", option));
          }
        }
      }
    }
    return new CommandLine(profile, server, name, invitation, ways);
  }

  /** What can be said, in lines. */
  static String help() {
    return Texts.of("start.help");
  }

  /**
   * A file that is no invitation comes to the form by its name, which that takes for no address.
   */
  private static String inFile(String name) {
    try {
      return InvitationFile.read(name);
    } catch (IOException e) {
      return LINK + name;
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(Texts.of("start.missing", option));
    }
    return rest.next();
  }

  private static Ways ways(String port) {
    try {
      return Ways.here(Integer.parseInt(port));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Texts.of("start.port", port), e);
    }
  }

  private static Path folder(String text) {
    if (text.isBlank()) {
      // It would be whatever folder the app was started from.
      throw new IllegalArgumentException(Texts.of("start.folder", text));
    }
    try {
      return Path.of(text).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(Texts.of("start.folder", text), e);
    }
  }
}
