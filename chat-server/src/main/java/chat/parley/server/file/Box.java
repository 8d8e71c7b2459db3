package chat.parley.server.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A box (ISO 14496-12 section 4.2) or atom, of which MP4, MOV, HEIC and AVIF are made.
 *
 * @param at where it begins
 * @param body where what it holds begins
 * @param end where it ends, or would if the file did not break off
 */
record Box(String type, long at, long body, long end) {
  private static final int HEAD = 8;
  private static final int LONG_HEAD = 16;

  /** Those that lie between two places, one behind the other. */
  static List<Box> in(Peek file, long from, long to) throws IOException {
    var boxes = new ArrayList<Box>();
    long stop = Math.min(to, file.size());
    long at = from;
    while (at <= stop - HEAD) {
      ByteBuffer head = file.at(at, HEAD);
      long size = Integer.toUnsignedLong(head.getInt(0));
      int headSize = HEAD;
      if (size == 1 && at <= stop - LONG_HEAD) {
        size = file.at(at + HEAD, 8).getLong();
        headSize = LONG_HEAD;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < headSize || size > Long.MAX_VALUE - at) {
        break;
      }
      String type = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
      boxes.add(new Box(type, at, at + headSize, Math.min(to, at + size)));
      at += size;
    }
    return boxes;
  }

  List<Box> boxes(Peek file) throws IOException {
    return in(file, body, end);
  }
}
