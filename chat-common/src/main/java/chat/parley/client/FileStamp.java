package chat.parley.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * By which a file that was changed, or replaced, is told from what it was.
 *
 * @param size in bytes
 * @param modified epoch milliseconds
 */
public record FileStamp(long size, long modified) {
  public static FileStamp of(Path file) throws IOException {
    return new FileStamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
  }
}
