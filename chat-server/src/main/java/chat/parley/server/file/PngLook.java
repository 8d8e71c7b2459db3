package chat.parley.server.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Walks over the chunks of a PNG (third edition, section 11) and counts its pictures. */
final class PngLook {
  private static final int SIGNATURE_AND_LENGTH = 12;
  private static final int REST_OF_HEADER = 9;
  private static final int SUM = 4;

  private PngLook() {}

  static Picture at(Path path) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      in.skipNBytes(SIGNATURE_AND_LENGTH);
      if (!type(in).equals("IHDR")) {
        return new Picture(Picture.Type.PNG, 0, 0, 1, 1);
      }
      int width = in.readInt();
      int height = in.readInt();
      return new Picture(Picture.Type.PNG, width, height, 1, Math.max(1, frames(in)));
    }
  }

  /** What it says or what it has, whichever is more. */
  private static long frames(DataInputStream in) throws IOException {
    long said = 0;
    long there = 0;
    try {
      in.skipNBytes(REST_OF_HEADER);
      for (int length = in.readInt(); length >= 0; length = in.readInt()) {
        long rest = length + (long) SUM;
        String type = type(in);
        if (type.equals("IEND")) {
          break;
        }
        if (type.equals("acTL") && length >= 4) {
          said = Integer.toUnsignedLong(in.readInt());
          rest -= 4;
        } else if (type.equals("fcTL")) {
          there++;
        }
        in.skipNBytes(rest);
      }
    } catch (EOFException e) {
      return Math.max(said, there); // it breaks off, and nothing more comes
    }
    return Math.max(said, there);
  }

  private static String type(DataInputStream in) throws IOException {
    return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
  }
}
