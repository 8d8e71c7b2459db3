package chat.parley.desktop.app;

import chat.parley.client.Journal.Login;
import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log-in a second time, in a small file beside the cache: a cache that is spoilt is loaded anew
 * from the server, but only for somebody whom the server knows. It has what the cache has, the
 * token or the name by which the system's store of secrets has it, and only its owner may read it.
 */
record LoginFile(Path path) {
  private static final Logger log = LoggerFactory.getLogger(LoginFile.class);

  static LoginFile of(Path cache) {
    return new LoginFile(cache.resolveSibling(cache.getFileName() + ".login"));
  }

  boolean isThere() {
    return Files.exists(path);
  }

  /** Null when there is none, or none that can be understood. */
  @Nullable Login read() {
    try {
      List<String> lines = Files.readAllLines(path);
      return lines.size() == 5
          ? new Login(
              lines.get(0),
              lines.get(1),
              new User(new UserId(lines.get(2)), lines.get(3), Role.valueOf(lines.get(4))))
          : null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | IllegalArgumentException e) {
      log.warn("The log-in in {} could not be read.", path, e);
      return null;
    }
  }

  /**
   * Whole or not at all, and on the disk when it returns. Where that is not possible the cache
   * alone has it.
   */
  void write(Login login) {
    User user = login.user();
    String text =
        String.join(
            "\n", login.epoch(), login.token(), user.id().value(), user.name(), user.role().name());
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      try (var out =
          FileChannel.open(
              fresh,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownersOnly())) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text + "\n");
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("The log-in could not be written to {}.", path, e);
    }
  }

  private FileAttribute<?>[] ownersOnly() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Nobody is logged in any more. */
  void forget() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log.warn("The log-in in {} could not be deleted.", path, e);
    }
  }
}
