package chat.parley.server.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what a TIFF (revision 6.0 section 2, and BigTIFF) tells about its place: the directory of
 * GPS, and what programs write as XMP and IPTC. Maker's notes stay, since raw pictures cannot be
 * developed without them.
 */
final class TiffTraces {
  private static final int SUB_DIRECTORIES = 0x014a;
  private static final int EXIF = 0x8769;
  private static final int GPS = 0x8825;
  private static final Set<Integer> WORDS = Set.of(0x02bc, 0x83bb, 0x8649);
  private static final int MOST_DIRECTORIES = 200;

  /** Bytes of one value of each type, from 1 on; 0 for what is none. */
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  private final Peek file;
  private final List<Patch> patches;
  private final ByteOrder order;
  private final boolean big;
  private final Deque<Directory> waiting = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();

  /**
   * A directory that is to be looked at.
   *
   * @param gps whether it goes as a whole
   */
  private record Directory(long at, boolean gps) {}

  TiffTraces(Peek file, List<Patch> patches) throws IOException {
    this.file = file;
    this.patches = patches;
    this.order = file.at(0, 1).get() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    this.big = at(2, 2).getShort() == 43;
  }

  /**
   * @param start the first eight bytes
   */
  static boolean isTiff(String start) {
    return start.startsWith("II*\0")
        || start.startsWith("MM\0*")
        || start.startsWith("II+\0\b\0\0\0")
        || start.startsWith("MM\0+\0\b\0\0");
  }

  void find() throws IOException {
    waiting.add(new Directory(big ? at(8, 8).getLong() : number(4), false));
    while (!waiting.isEmpty() && seen.size() < MOST_DIRECTORIES) {
      Directory next = waiting.remove();
      if (next.at > 0 && seen.add(next.at)) {
        try {
          if (next.gps) {
            gps(next.at);
          } else {
            directory(next.at);
          }
        } catch (EOFException e) {
          // the file breaks off; others may lie before that
        }
      }
    }
  }

  private void directory(long at) throws IOException {
    long count = count(at);
    long entries = at + countSize();
    for (long i = 0; i < count; i++) {
      Entry entry = entry(entries + i * entrySize());
      if (entry.tag == GPS || entry.tag == EXIF || entry.tag == SUB_DIRECTORIES) {
        for (long place : places(entry)) {
          waiting.add(new Directory(place, entry.tag == GPS));
        }
      } else if (WORDS.contains(entry.tag)) {
        patches.add(Patch.zeros(entry.at, entry.size));
      }
    }
    waiting.add(new Directory(offset(entries + count * entrySize()), false));
  }

  /** Its values and itself, so that it is one without entries. */
  private void gps(long at) throws IOException {
    long count = count(at);
    long entries = at + countSize();
    patches.add(Patch.zeros(at, countSize() + count * entrySize()));
    for (long i = 0; i < count; i++) {
      Entry entry = entry(entries + i * entrySize());
      patches.add(Patch.zeros(entry.at, entry.size));
    }
  }

  /** Of an entry that lists directories, where these are. */
  private List<Long> places(Entry entry) throws IOException {
    var places = new ArrayList<Long>();
    int each = big && entry.type >= 16 ? 8 : 4;
    for (long i = 0; i < Math.min(entry.size / each, MOST_DIRECTORIES); i++) {
      ByteBuffer place = at(entry.at + i * each, each);
      places.add(each == 8 ? place.getLong() : Integer.toUnsignedLong(place.getInt()));
    }
    return places;
  }

  /**
   * An entry of a directory.
   *
   * @param at where its values are
   * @param size how many bytes these have
   */
  private record Entry(int tag, int type, long at, long size) {}

  private Entry entry(long at) throws IOException {
    ByteBuffer bytes = at(at, entrySize());
    int type = bytes.getShort(2) & 0xffff;
    long count = big ? bytes.getLong(4) : Integer.toUnsignedLong(bytes.getInt(4));
    int each = type < SIZES.length ? SIZES[type] : 0;
    long size = count < 0 || count > file.size() ? 0 : count * each;
    int inside = big ? 8 : 4;
    long values = at + entrySize() - inside;
    return new Entry(
        bytes.getShort(0) & 0xffff, type, size <= inside ? values : offset(values), size);
  }

  private long count(long at) throws IOException {
    long count = big ? at(at, 8).getLong() : at(at, 2).getShort() & 0xffff;
    if (count < 0 || count > 0xffff) {
      throw new EOFException(); // as good as one that breaks off
    }
    return count;
  }

  private int countSize() {
    return big ? 8 : 2;
  }

  private int entrySize() {
    return big ? 20 : 12;
  }

  private long offset(long at) throws IOException {
    return big ? at(at, 8).getLong() : number(at);
  }

  private long number(long at) throws IOException {
    return Integer.toUnsignedLong(at(at, 4).getInt());
  }

  private ByteBuffer at(long position, long count) throws IOException {
    return file.at(position, count).order(order);
  }
}
