package chat.parley.desktop.platform;

import chat.parley.model.Attachment;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An invitation that can be sent about as a file: its link on a line of its own. The app's packages
 * say that such files are opened by it. Waits for the disk.
 */
public final class InvitationFile {
  private static final String ENDING = ".parley";
  private static final String ADDRESS_OF_FILE = "file:";
  private static final String LINK = "parley:";

  /** Longer than any invitation. */
  private static final int MOST_BYTES = 2_048;

  private InvitationFile() {}

  /** Whether it is named as one; file managers give a name, or an address of a file. */
  public static boolean is(String argument) {
    return argument.toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * What stands in it.
   *
   * @param argument for which {@link #is} holds
   * @throws IOException when it cannot be read, or is no invitation
   */
  public static String read(String argument) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(path(argument))) {
      bytes = in.readNBytes(MOST_BYTES);
    } catch (IllegalArgumentException e) {
      throw new IOException("Not the name of a file", e);
    }
    try (Stream<String> lines = new String(bytes, StandardCharsets.UTF_8).lines()) {
      return lines
          .map(line -> line.replace("\uFEFF", "").strip())
          .filter(line -> line.regionMatches(true, 0, LINK, 0, LINK.length()))
          .findFirst()
          .orElseThrow(() -> new IOException("No line of it is an invitation"));
    }
  }

  private static Path path(String argument) {
    boolean address = argument.regionMatches(true, 0, ADDRESS_OF_FILE, 0, ADDRESS_OF_FILE.length());
    return address ? Path.of(URI.create(argument)) : Path.of(argument);
  }

  /**
   * Never writes over what is there.
   *
   * @param server whose name the file has
   * @return where it is
   */
  public static Path write(Path folder, String server, String link) throws IOException {
    Path file = NewFile.in(folder, Attachment.cleanName(server), ENDING);
    return Files.writeString(file, link + "\n");
  }
}
