package chat.parley.server.access;

import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id (RFC 9106) and writes the hashes in PHC form, which tells how they
 * were made. One hash takes about 60 ms and 19 MiB, on purpose. Safe for any thread.
 */
public final class Passwords {
  /** How hard it is to guess: OWASP's choice of 2026 for interactive log-ins. */
  record Cost(int kibibytes, int passes, int lanes) {
    static final Cost USUAL = new Cost(19_456, 2, 1);

    /** A hash from elsewhere shall not take the server's memory. */
    boolean isBearable() {
      return kibibytes <= 262_144 && passes <= 16 && lanes <= 8;
    }
  }

  private record Made(Cost cost, byte[] salt, byte[] tag) {}

  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final SecureRandom random;
  private final Cost cost;

  /**
   * What a hash is made in. Twenty thousand fresh arrays for each would keep the collector copying,
   * for all threads; kept, they lie where it seldom looks.
   */
  private final AtomicReference<@Nullable SoftReference<FixedBlockPool>> spare =
      new AtomicReference<>();

  public Passwords(SecureRandom random) {
    this(random, Cost.USUAL);
  }

  Passwords(SecureRandom random, Cost cost) {
    this.random = random;
    this.cost = cost;
  }

  /** The hash to keep. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return phc(new Made(cost, salt, tag(password, cost, salt, TAG_BYTES)));
  }

  /** What no password has as its hash; to find that out takes as long as for a real one. */
  public String decoy() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] tag = new byte[TAG_BYTES];
    random.nextBytes(tag);
    return phc(new Made(cost, salt, tag));
  }

  /** Whether the hash is one of this password. */
  public boolean fits(String password, String hash) {
    return read(hash)
        .map(
            made ->
                MessageDigest.isEqual(
                    made.tag(), tag(password, made.cost(), made.salt(), made.tag().length)))
        .orElse(false);
  }

  /** Whether it was made more cheaply than hashes are made today. */
  public boolean isOutdated(String hash) {
    return read(hash).map(made -> !made.cost().equals(cost)).orElse(true);
  }

  private byte[] tag(String password, Cost cost, byte[] salt, int bytes) {
    FixedBlockPool blocks = memory(cost);
    try {
      return tag(password, cost, salt, bytes, blocks);
    } finally {
      spare.set(new SoftReference<>(blocks));
    }
  }

  /** Blocks of an earlier hash, if nobody has them now; they are empty again. */
  private FixedBlockPool memory(Cost cost) {
    SoftReference<FixedBlockPool> kept = spare.getAndSet(null);
    FixedBlockPool blocks = kept == null ? null : kept.get();
    return blocks == null ? new FixedBlockPool(cost.kibibytes()) : blocks;
  }

  private static byte[] tag(
      String password, Cost cost, byte[] salt, int bytes, FixedBlockPool blocks) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.kibibytes())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .withBlockPool(blocks)
            .build());
    byte[] tag = new byte[bytes];
    generator.generateBytes(password.toCharArray(), tag);
    return tag;
  }

  private static String phc(Made made) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            made.cost().kibibytes(),
            made.cost().passes(),
            made.cost().lanes(),
            base64.encodeToString(made.salt()),
            base64.encodeToString(made.tag()));
  }

  private static Optional<Made> read(String hash) {
    Matcher parts = PHC.matcher(hash);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var cost =
        new Cost(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    try {
      byte[] salt = Base64.getDecoder().decode(parts.group(4));
      byte[] tag = Base64.getDecoder().decode(parts.group(5));
      return cost.isBearable() && tag.length >= 16
          ? Optional.of(new Made(cost, salt, tag))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not what it looked like
    }
  }
}
