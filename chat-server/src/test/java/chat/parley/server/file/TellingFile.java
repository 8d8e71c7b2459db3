package chat.parley.server.file;

import java.util.List;

/**
 * A file that tells where it was made.
 *
 * @param bytes in which {@link #SECRET} stands
 * @param stretches where alone something may change: pairs of a start and an end
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record TellingFile(String kind, byte[] bytes, List<int[]> stretches) {
  static final String SECRET = "+48.2082+016.3738/";

  boolean mayChange(int at) {
    return stretches.stream().anyMatch(s -> at >= s[0] && at < s[1]);
  }

  @Override
  public String toString() {
    return kind;
  }
}
