package chat.parley.server;

import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A log that only its owner may read, whatever files are usually like on this system. */
public final class OwnersLog<E> extends RollingFileAppender<E> {
  @Override
  public void openFile(String name) throws IOException {
    Path file = Path.of(name);
    if (!Files.exists(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      FileAttribute<?> ownersOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.createFile(file, ownersOnly);
    }
    super.openFile(name);
  }
}
