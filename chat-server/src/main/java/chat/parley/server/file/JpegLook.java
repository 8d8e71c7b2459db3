package chat.parley.server.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Walks over the segments of a JPEG (ITU T.81 annex B) up to the one that says its size. */
final class JpegLook {
  static final int APP1 = 0xe1;
  static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int TEM = 1;
  private static final int MOST_STRAY = 64 * 1024;

  private JpegLook() {}

  static Picture at(Path path) throws IOException {
    int orientation = 1;
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      in.skipNBytes(2);
      while (true) {
        int marker = nextMarker(in, new ByteArrayOutputStream());
        int length = in.readUnsignedShort() - 2;
        if (length < 0 || marker == 0xda) {
          break;
        }
        byte[] segment = in.readNBytes(length);
        if (isFrame(marker) && length >= 5) {
          ByteBuffer frame = ByteBuffer.wrap(segment);
          int height = frame.getShort(1) & 0xffff;
          int width = frame.getShort(3) & 0xffff;
          return new Picture(Picture.Type.JPEG, width, height, orientation, 1);
        }
        if (marker == APP1) {
          orientation = Math.max(orientation, orientation(segment));
        }
      }
    }
    return new Picture(Picture.Type.JPEG, 0, 0, 1, 1);
  }

  /**
   * The next marker that has a segment, found as decoders do: they pass over whatever stands before
   * it.
   *
   * @param stray gets what was passed over
   * @throws BrokenPicture when it is too much for a picture
   */
  static int nextMarker(DataInputStream in, ByteArrayOutputStream stray) throws IOException {
    while (stray.size() <= MOST_STRAY) {
      int b = in.readUnsignedByte();
      if (b != 0xff) {
        stray.write(b);
        continue;
      }
      int marker = in.readUnsignedByte();
      while (marker == 0xff) {
        marker = in.readUnsignedByte();
      }
      if (marker > TEM && (marker < 0xd0 || marker > 0xd8)) {
        return marker;
      }
      stray.write(0xff);
      stray.write(marker);
    }
    throw new BrokenPicture("Not a JPEG after all");
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static int orientation(byte[] segment) {
    int head = EXIF.length;
    return segment.length < head || !Arrays.equals(segment, 0, head, EXIF, 0, head)
        ? 1
        : Exif.orientation(ByteBuffer.wrap(segment, head, segment.length - head));
  }
}
