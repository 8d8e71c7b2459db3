package chat.parley.server.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a picture is turned, in the TIFF that Exif is (Exif 2.32 section 4.6.4). */
final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int LEAST = 14;

  private Exif() {}

  /** 1 to 8; 1 also when it says nothing. */
  static int orientation(ByteBuffer exif) {
    ByteBuffer tiff = exif.slice();
    if (tiff.limit() < LEAST) {
      return 1;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry > tiff.limit() - 12) {
        return 1;
      }
      if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
        int value = tiff.getShort(entry + 8) & 0xffff;
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  /** What says that and nothing else. */
  static byte[] turned(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(26);
    tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
    tiff.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    return tiff.array();
  }
}
