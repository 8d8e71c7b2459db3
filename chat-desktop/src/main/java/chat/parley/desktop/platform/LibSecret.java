package chat.parley.desktop.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Secret Service of Linux desktops (GNOME, KDE and others), by {@code secret-tool}. */
final class LibSecret implements SecretStore {
  static final String PROGRAM = "secret-tool";

  private static final Logger log = LoggerFactory.getLogger(LibSecret.class);

  /** Somebody may have to type the password of a locked store. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A log-in waits for it, and there is a file for what is not kept. */
  private static final Duration TO_KEEP = Duration.ofSeconds(10);

  private final Programs programs;

  LibSecret(Programs programs) {
    this.programs = programs;
  }

  @Override
  public boolean keep(String name, String secret) {
    try {
      Programs.Answer stored =
          ask(
              TO_KEEP,
              secret,
              "store",
              "--label=Parley",
              "application",
              "chat.parley",
              "device",
              name);
      return stored.code() == 0 && find(name).equals(Optional.of(secret));
    } catch (IOException e) {
      log.info("The system's store keeps no secret; a file does.", e);
      return false;
    }
  }

  @Override
  public Optional<String> find(String name) throws IOException {
    Programs.Answer found =
        ask(PATIENCE, "", "lookup", "application", "chat.parley", "device", name);
    if (found.code() == 0) {
      return Optional.of(found.said().strip()).filter(secret -> !secret.isEmpty());
    }
    if (found.complained().isEmpty()) {
      return Optional.empty(); // that is how it says that there is none
    }
    throw new IOException(PROGRAM + " failed: " + found.complained());
  }

  @Override
  public void forget(String name) {
    try {
      ask(TO_KEEP, "", "clear", "application", "chat.parley", "device", name);
    } catch (IOException e) {
      log.info("A secret could not be taken out of the system's store.", e);
    }
  }

  private Programs.Answer ask(Duration patience, String input, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(arguments));
    return programs.ask(command, input, patience);
  }
}
