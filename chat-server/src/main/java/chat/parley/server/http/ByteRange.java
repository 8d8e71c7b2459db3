package chat.parley.server.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One run of bytes of something (RFC 9110 section 14.1.2). Several at once are answered with all of
 * it, which that section allows.
 *
 * @param from of the first one
 * @param length how many
 */
record ByteRange(long from, long length) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

  static ByteRange all(long size) {
    return new ByteRange(0, size);
  }

  /** Null when there are no such bytes. */
  static @Nullable ByteRange parse(String header, long size) {
    Matcher one = ONE.matcher(header.strip());
    if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
      return all(size);
    }
    if (one.group(1).isEmpty()) {
      long last = Math.min(size, Long.parseLong(one.group(2)));
      return last == 0 ? null : new ByteRange(size - last, last);
    }
    long from = Long.parseLong(one.group(1));
    long to = one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(one.group(2)));
    return from >= size || to < from ? null : new ByteRange(from, to - from + 1);
  }

  boolean isAll(long size) {
    return from == 0 && length == size;
  }

  /** As a Content-Range field. */
  String in(long size) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
