package chat.parley.desktop.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keychain of macOS, by {@code security}. It reads the command with the secret from its input,
 * since arguments are seen by other programs.
 */
final class Keychain implements SecretStore {
  static final String PROGRAM = "/usr/bin/security";

  private static final Logger log = LoggerFactory.getLogger(Keychain.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What it answers when there is no such item (errSecItemNotFound). */
  private static final int NOT_FOUND = 44;

  private final Programs programs;

  Keychain(Programs programs) {
    this.programs = programs;
  }

  @Override
  public boolean keep(String name, String secret) {
    if (!secret.matches("[A-Za-z0-9_.-]+")) {
      return false; // it would have to be quoted, and tokens need not be
    }
    try {
      programs.ask(
          List.of(PROGRAM, "-i"),
          "add-generic-password -U -s chat.parley -a " + name + " -w " + secret + "\n",
          PATIENCE);
      return find(name).equals(Optional.of(secret));
    } catch (IOException e) {
      log.info("The keychain keeps no secret; a file does.", e);
      return false;
    }
  }

  @Override
  public Optional<String> find(String name) throws IOException {
    Programs.Answer found =
        programs.ask(
            List.of(PROGRAM, "find-generic-password", "-s", "chat.parley", "-a", name, "-w"),
            "",
            PATIENCE);
    if (found.code() == NOT_FOUND) {
      return Optional.empty();
    }
    if (found.code() != 0) {
      throw new IOException(PROGRAM + " failed: " + found.complained());
    }
    return Optional.of(found.said().strip()).filter(secret -> !secret.isEmpty());
  }

  @Override
  public void forget(String name) {
    try {
      programs.ask(
          List.of(PROGRAM, "delete-generic-password", "-s", "chat.parley", "-a", name),
          "",
          PATIENCE);
    } catch (IOException e) {
      log.info("A secret could not be taken out of the keychain.", e);
    }
  }
}
