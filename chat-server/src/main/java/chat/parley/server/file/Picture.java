package chat.parley.server.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the first bytes of a file say that it is a picture, and how large it would be. Nothing is
 * decoded: that comes when it is known to be of a size that can be.
 *
 * @param storedWidth before it is turned, in pixels
 * @param storedHeight before it is turned, in pixels
 * @param orientation how it is turned to be shown, 1 to 8 as in Exif; 1 for not at all
 * @param frames how many pictures it is, one after the other; at least 1
 */
record Picture(Type type, int storedWidth, int storedHeight, int orientation, long frames) {
  private static final long MOST_PIXELS = 40_000_000;
  private static final long MOST_PIXELS_IN_MOTION = 400_000_000;
  private static final int MOST_ON_A_SIDE = 30_000;

  /** What is shown in a message by itself; everything else is a file. */
  enum Type {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp");

    private final String media;

    Type(String media) {
      this.media = media;
    }

    String media() {
      return media;
    }

    /** By its first bytes; empty for what is none of them. */
    static Optional<Type> of(Path path) throws IOException {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(12);
      }
      String start = new String(bytes, StandardCharsets.ISO_8859_1);
      if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
        return Optional.of(PNG);
      }
      if (start.startsWith("\u00ff\u00d8")) { // decoders take what stands before the first segment
        return Optional.of(JPEG);
      }
      if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
        return Optional.of(GIF);
      }
      return start.startsWith("RIFF") && start.startsWith("WEBP", 8)
          ? Optional.of(WEBP)
          : Optional.empty();
    }
  }

  /** Empty for what is no picture, or one that breaks off before it says its size. */
  static Optional<Picture> look(Path path) throws IOException {
    Optional<Type> type = Type.of(path);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    try {
      Picture found =
          switch (type.get()) {
            case PNG -> PngLook.at(path);
            case JPEG -> JpegLook.at(path);
            case GIF -> GifLook.at(path);
            case WEBP -> WebpLook.at(path);
          };
      return Optional.of(found).filter(p -> p.storedWidth > 0 && p.storedHeight > 0);
    } catch (EOFException | BrokenPicture e) {
      return Optional.empty();
    }
  }

  int width() {
    return orientation >= 5 ? storedHeight : storedWidth;
  }

  int height() {
    return orientation >= 5 ? storedWidth : storedHeight;
  }

  /** Whether to open it would take more memory than anybody should give. */
  boolean isBomb() {
    long pixels = (long) storedWidth * storedHeight;
    return pixels > MOST_PIXELS
        || frames > MOST_PIXELS_IN_MOTION / pixels
        || Math.max(storedWidth, storedHeight) > MOST_ON_A_SIDE;
  }

  static int little(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= (bytes[at + i] & 0xff) << 8 * i;
    }
    return value;
  }
}
