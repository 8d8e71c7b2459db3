package chat.parley.server.access;

import chat.parley.model.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers by which a reader goes on in a list that runs through all rooms. A place in the log as it
 * is would tell how much is written in rooms that the reader does not see, so it goes out turned
 * into another number of 52 bits, by a Feistel network (Luby and Rackoff) with a key of its own for
 * each reader. The same after a restart. Safe for any thread.
 */
public final class Bookmarks {
  private static final String MAC = "HmacSHA256";
  private static final int HALF_BITS = 26;
  private static final long HALF = (1L << HALF_BITS) - 1;
  private static final int ROUNDS = 6;

  /** Sets these apart from what else is signed with the same key. */
  private static final byte[] PURPOSE = "bookmark\0".getBytes(StandardCharsets.US_ASCII);

  private final SecretKeySpec key;

  /**
   * @param key 32 random bytes that nobody else has
   */
  public Bookmarks(byte[] key) {
    this.key = new SecretKeySpec(key, MAC);
  }

  /**
   * @param place 0 for none, or at most 2^52 - 1
   * @return 0 for none, or 1 to 2^52, which every JSON reader can hold
   */
  public long seal(UserId reader, long place) {
    if (place == 0) {
      return 0;
    }
    if (place < 0 || place >> HALF_BITS > HALF) {
      throw new IllegalArgumentException("No place in a log: " + place);
    }
    Mac mac = mac();
    long left = place >> HALF_BITS;
    long right = place & HALF;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ part(mac, reader, round, right);
      left = right;
      right = next;
    }
    return (left << HALF_BITS | right) + 1;
  }

  /** The place that was sealed for this reader; for a number that never was, any place or none. */
  public long open(UserId reader, long bookmark) {
    if (bookmark <= 0 || bookmark - 1 >> HALF_BITS > HALF) {
      return 0;
    }
    Mac mac = mac();
    long left = bookmark - 1 >> HALF_BITS;
    long right = bookmark - 1 & HALF;
    for (int round = ROUNDS - 1; round >= 0; round--) {
      long before = right ^ part(mac, reader, round, left);
      right = left;
      left = before;
    }
    return left << HALF_BITS | right;
  }

  private static long part(Mac mac, UserId reader, int round, long half) {
    mac.update(PURPOSE);
    mac.update((byte) round);
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(half).flip());
    mac.update(reader.value().getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(mac.doFinal()).getLong() & HALF;
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
