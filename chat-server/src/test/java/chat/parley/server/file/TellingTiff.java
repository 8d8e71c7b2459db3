package chat.parley.server.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A TIFF of two by two grey pixels with a place, or a BigTIFF. */
final class TellingTiff {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ASCII = 2;
  private static final int BYTE = 1;

  private final ByteBuffer out = ByteBuffer.allocate(1_000);
  private final boolean big;

  private TellingTiff(ByteOrder order, boolean big) {
    out.order(order);
    this.big = big;
  }

  /**
   * @param below whether the place stands in the directory of Exif, as some programs write it
   */
  static TellingFile make(ByteOrder order, boolean big, boolean below) {
    return new TellingTiff(order, big).make(below);
  }

  private TellingFile make(boolean below) {
    byte[] secret = TellingFile.SECRET.getBytes(StandardCharsets.US_ASCII);
    int directory = 32;
    int exif = 400;
    int gps = 500;
    int words = 600;
    int place = 700;
    out.put(
        (out.order() == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    if (big) {
      out.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(directory);
    } else {
      out.putShort((short) 42).putInt(directory);
    }
    out.put(20, new byte[] {77, 1, 2, 3});
    start(directory, below ? 11 : 12);
    entry(256, SHORT, 1, 2);
    entry(257, SHORT, 1, 2);
    entry(258, SHORT, 1, 8);
    entry(259, SHORT, 1, 1);
    entry(262, SHORT, 1, 1);
    entry(273, LONG, 1, 20);
    entry(277, SHORT, 1, 1);
    entry(278, SHORT, 1, 2);
    entry(279, LONG, 1, 4);
    entry(700, BYTE, secret.length, words);
    entry(0x8769, LONG, 1, exif);
    if (!below) {
      entry(0x8825, LONG, 1, gps);
    }
    end();
    start(exif, below ? 2 : 1);
    entry(0x8827, SHORT, 1, 100);
    if (below) {
      entry(0x8825, LONG, 1, gps);
    }
    end();
    start(gps, 2);
    entry(1, ASCII, 2, 'N');
    entry(0x1b, ASCII, secret.length, place);
    end();
    int gpsEnd = out.position();
    out.put(words, secret).put(place, secret);
    byte[] bytes = new byte[800];
    out.get(0, bytes);
    return new TellingFile(
        "TIFF " + out.order() + (big ? " big" : "") + (below ? " below" : ""),
        bytes,
        List.of(
            new int[] {gps, gpsEnd},
            new int[] {words, words + secret.length},
            new int[] {place, place + secret.length}));
  }

  private void start(int at, int entries) {
    out.position(at);
    if (big) {
      out.putLong(entries);
    } else {
      out.putShort((short) entries);
    }
  }

  private void entry(int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type);
    if (big) {
      out.putLong(count);
    } else {
      out.putInt(count);
    }
    int next = out.position() + (big ? 8 : 4);
    boolean elsewhere = type != SHORT && count > 8;
    if (type == SHORT) {
      out.putShort((short) value);
    } else if (elsewhere && big) {
      out.putLong(value);
    } else if (elsewhere || type == LONG) {
      out.putInt(value);
    } else {
      out.put((byte) value);
    }
    out.position(next);
  }

  private void end() {
    if (big) {
      out.putLong(0);
    } else {
      out.putInt(0);
    }
  }
}
