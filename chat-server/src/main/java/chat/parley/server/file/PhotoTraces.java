package chat.parley.server.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds Exif and XMP in a HEIC or AVIF (ISO 23008-12, ISO 14496-12 section 8.11): the table of
 * items says which they are, another where their bytes lie. How such a photo is turned stands
 * elsewhere.
 */
final class PhotoTraces {
  private static final int MOST_TABLE = 1 << 20;

  private final Peek file;
  private final List<Patch> patches;

  PhotoTraces(Peek file, List<Patch> patches) {
    this.file = file;
    this.patches = patches;
  }

  /**
   * @param meta the box of the file's metadata, which begins with a version
   */
  void find(Box meta) throws IOException {
    Map<String, Box> boxes = new HashMap<>();
    for (Box box : Box.in(file, meta.body() + 4, meta.end())) {
      boxes.putIfAbsent(box.type(), box);
    }
    Box items = boxes.get("iinf");
    Box places = boxes.get("iloc");
    if (items != null && places != null && places.end() - places.body() <= MOST_TABLE) {
      Box data = boxes.get("idat");
      places(places, talkers(items), data == null ? -1 : data.body());
    }
  }

  /** The numbers of items that tell of more than pixels. */
  private Set<Long> talkers(Box items) throws IOException {
    var talkers = new HashSet<Long>();
    int countSize = file.at(items.body(), 1).get() == 0 ? 2 : 4;
    for (Box item : Box.in(file, items.body() + 4 + countSize, items.end())) {
      int version = file.at(item.body(), 1).get();
      if (version < 2) {
        continue; // says no type
      }
      long id = item.body() + 4;
      int idSize = version == 2 ? 2 : 4;
      long kind = id + idSize + 2;
      String type = file.text(kind, 4);
      String more = file.text(kind + 4, Math.min(500, Math.max(0, item.end() - kind - 4)));
      if (type.equals("Exif") || type.equals("mime") && more.contains("rdf+xml")) {
        talkers.add(number(file.at(id, idSize), idSize));
      }
    }
    return talkers;
  }

  private void places(Box box, Set<Long> talkers, long data) throws IOException {
    ByteBuffer table = file.at(box.body(), box.end() - box.body());
    int version = (int) number(table, 1);
    number(table, 3);
    int sizes = (int) number(table, 2);
    int offsetSize = sizes >> 12;
    int lengthSize = sizes >> 8 & 15;
    int baseSize = sizes >> 4 & 15;
    int indexSize = version == 0 ? 0 : sizes & 15;
    int idSize = version < 2 ? 2 : 4;
    long count = number(table, idSize);
    for (long i = 0; i < count; i++) {
      boolean talks = talkers.contains(number(table, idSize));
      int method = version == 0 ? 0 : (int) number(table, 2) & 15;
      boolean here = number(table, 2) == 0 && (method == 0 || method == 1 && data >= 0);
      long base = number(table, baseSize) + (method == 1 ? data : 0);
      long extents = number(table, 2);
      for (long e = 0; e < extents; e++) {
        number(table, indexSize);
        long at = base + number(table, offsetSize);
        long length = number(table, lengthSize);
        if (talks && here && at >= 0) {
          patches.add(Patch.zeros(at, length));
        }
      }
    }
  }

  private static long number(ByteBuffer from, int bytes) throws EOFException {
    if (from.remaining() < bytes) {
      throw new EOFException();
    }
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | from.get() & 0xff;
    }
    return value;
  }
}
