package chat.parley.server.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Walks over the chunks of a PNG (third edition, section 11), counts its pictures and finds how it
 * is turned.
 */
final class PngLook {
  static final String EXIF = "eXIf";
  private static final int SIGNATURE_AND_LENGTH = 12;
  private static final int REST_OF_HEADER = 9;
  private static final int SUM = 4;

  /** As much as a JPEG has room for. */
  private static final int MOST_EXIF = 64 * 1024;

  private final DataInputStream in;
  private int orientation = 1;
  private long framesSaid;
  private long framesThere;

  private PngLook(DataInputStream in) {
    this.in = in;
  }

  static Picture at(Path path) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      return new PngLook(in).look();
    }
  }

  private Picture look() throws IOException {
    in.skipNBytes(SIGNATURE_AND_LENGTH);
    if (!type().equals("IHDR")) {
      return new Picture(Picture.Type.PNG, 0, 0, 1, 1);
    }
    int width = in.readInt();
    int height = in.readInt();
    try {
      in.skipNBytes(REST_OF_HEADER);
      walk();
    } catch (EOFException e) {
      // it breaks off, and nothing more comes
    }
    // What it says or what it has, whichever is more.
    long frames = Math.max(1, Math.max(framesSaid, framesThere));
    return new Picture(Picture.Type.PNG, width, height, orientation, frames);
  }

  private void walk() throws IOException {
    for (int length = in.readInt(); length >= 0; length = in.readInt()) {
      String type = type();
      if (type.equals("IEND")) {
        return;
      }
      in.skipNBytes(length - looked(type, length) + (long) SUM);
    }
  }

  /**
   * @return how many bytes of the chunk were read for it
   */
  private int looked(String type, int length) throws IOException {
    if (type.equals("acTL") && length >= 4) {
      framesSaid = Integer.toUnsignedLong(in.readInt());
      return 4;
    }
    if (type.equals("fcTL")) {
      framesThere++;
    }
    if (type.equals(EXIF) && orientation == 1) {
      byte[] exif = in.readNBytes(Math.min(length, MOST_EXIF));
      orientation = Exif.orientation(ByteBuffer.wrap(exif));
      return exif.length;
    }
    return 0;
  }

  private String type() throws IOException {
    return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
  }
}
