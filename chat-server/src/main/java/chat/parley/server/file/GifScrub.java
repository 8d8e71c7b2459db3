package chat.parley.server.file;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Copies a GIF block by block (GIF89a sections 18 to 27) without comments and without what programs
 * put there for themselves, XMP for one; and nothing behind its end.
 */
final class GifScrub {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int END = 0x3b;
  private static final int COMMENT = 0xfe;
  private static final int APPLICATION = 0xff;
  private static final int HEADER_AND_SCREEN = 13;
  private static final int FLAGS = 10;

  /** How often it is to move, and its colours. */
  private static final Set<String> KEPT = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

  private GifScrub() {}

  static void copy(DataInputStream in, DataOutputStream out) throws IOException {
    byte[] start = take(in, out, HEADER_AND_SCREEN);
    if (start.length == HEADER_AND_SCREEN) {
      colors(in, out, start[FLAGS]);
    }
    for (int block = in.read(); block >= 0; block = in.read()) {
      switch (block) {
        case EXTENSION -> extension(in, out);
        case IMAGE -> image(in, out);
        case END -> {
          out.writeByte(END);
          return;
        }
        default -> {
          out.writeByte(block);
          throw new BrokenPicture("Not a GIF after all");
        }
      }
    }
  }

  private static void extension(DataInputStream in, DataOutputStream out) throws IOException {
    int label = in.readUnsignedByte();
    byte[] first = in.readNBytes(in.readUnsignedByte());
    boolean stays =
        label == APPLICATION
            ? KEPT.contains(new String(first, StandardCharsets.ISO_8859_1))
            : label != COMMENT;
    if (stays) {
      out.writeByte(EXTENSION);
      out.writeByte(label);
      out.writeByte(first.length);
      out.write(first);
    }
    if (first.length > 0) {
      blocks(in, stays ? out : new DataOutputStream(DataOutputStream.nullOutputStream()));
    }
  }

  private static void image(DataInputStream in, DataOutputStream out) throws IOException {
    out.writeByte(IMAGE);
    byte[] descriptor = take(in, out, 9);
    if (descriptor.length == 9) {
      colors(in, out, descriptor[8]);
    }
    out.writeByte(in.readUnsignedByte());
    blocks(in, out);
  }

  /** Up to and with the empty one. */
  private static void blocks(DataInputStream in, DataOutputStream out) throws IOException {
    int size;
    do {
      size = in.readUnsignedByte();
      out.writeByte(size);
      take(in, out, size);
    } while (size > 0);
  }

  private static void colors(DataInputStream in, DataOutputStream out, byte flags)
      throws IOException {
    if ((flags & 0x80) != 0) {
      take(in, out, 3 << (flags & 7) + 1);
    }
  }

  private static byte[] take(DataInputStream in, DataOutputStream out, int count)
      throws IOException {
    byte[] taken = in.readNBytes(count);
    out.write(taken);
    return taken;
  }
}
