package chat.parley.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hc.core5.http.ContentType;

/** Small pictures, which this server has made itself: clear ones are PNG, the others JPEG. */
final class Thumbs {
  private static final int PNG = 0x89;

  private Thumbs() {}

  static ContentType typeOf(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == PNG ? ContentType.IMAGE_PNG : ContentType.IMAGE_JPEG;
    }
  }
}
