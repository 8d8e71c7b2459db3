package chat.parley.server.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
  private static final long MOST_PIXELS = 100_000_000;
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
  }

  /** Empty for what is no picture, or a broken one. */
  static Optional<Picture> look(Path path) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      byte[] start = in.readNBytes(12);
      Picture found =
          starts(start, 0, "\u0089PNG\r\n\u001a\n")
              ? png(in)
              : starts(start, 0, "GIF87a") || starts(start, 0, "GIF89a")
                  ? GifLook.at(path)
                  : starts(start, 0, "\u00ff\u00d8\u00ff")
                      ? JpegLook.at(path)
                      : starts(start, 0, "RIFF") && starts(start, 8, "WEBP") ? webp(in) : null;
      return Optional.ofNullable(found).filter(p -> p.storedWidth > 0 && p.storedHeight > 0);
    } catch (EOFException e) {
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
        || pixels * frames > MOST_PIXELS_IN_MOTION
        || Math.max(storedWidth, storedHeight) > MOST_ON_A_SIDE;
  }

  long megapixels() {
    return (long) storedWidth * storedHeight * frames / 1_000_000;
  }

  /** PNG section 11.2.2: the first chunk is IHDR and begins with width and height. */
  private static Picture png(DataInputStream in) throws IOException {
    byte[] type = in.readNBytes(4);
    return starts(type, 0, "IHDR")
        ? new Picture(Type.PNG, in.readInt(), in.readInt(), 1, 1)
        : new Picture(Type.PNG, 0, 0, 1, 1);
  }

  /** WebP container, RFC 9649 section 2: three kinds of first chunks, each with its own header. */
  private static Picture webp(DataInputStream in) throws IOException {
    String kind = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
    in.readInt();
    byte[] head = in.readNBytes(10);
    if (head.length < 10) {
      throw new EOFException();
    }
    int width = 0;
    int height = 0;
    switch (kind) {
      case "VP8X" -> {
        width = 1 + little(head, 4, 3);
        height = 1 + little(head, 7, 3);
      }
      case "VP8 " -> {
        width = little(head, 6, 2) & 0x3fff;
        height = little(head, 8, 2) & 0x3fff;
      }
      case "VP8L" -> {
        int bits = little(head, 1, 4);
        width = 1 + (bits & 0x3fff);
        height = 1 + (bits >> 14 & 0x3fff);
      }
      default -> {
        // no picture that anybody would show
      }
    }
    return new Picture(Type.WEBP, width, height, 1, 1);
  }

  static int little(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= (bytes[at + i] & 0xff) << 8 * i;
    }
    return value;
  }

  private static boolean starts(byte[] bytes, int at, String with) {
    byte[] wanted = with.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
