package chat.parley.model;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a server is known by: the SHA-256 of its public key. It stays the same when a certificate is
 * renewed with that key.
 *
 * @param hex 64 digits in lower case
 */
public record Fingerprint(String hex) {
  private static final int HEX_DIGITS = 64;
  private static final int WORDS = 8;

  public Fingerprint {
    if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(Fingerprint::isDigit)) {
      throw new IllegalArgumentException("A fingerprint has 64 hexadecimal digits.");
    }
  }

  /**
   * @param hash 32 bytes
   */
  public static Fingerprint of(byte[] hash) {
    return new Fingerprint(HexFormat.of().formatHex(hash));
  }

  /** Reads digits as people copy them: in any case, with colons or spaces between them. */
  public static Optional<Fingerprint> parse(String text) {
    String digits = text.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    return digits.length() == HEX_DIGITS && digits.chars().allMatch(Fingerprint::isDigit)
        ? Optional.of(new Fingerprint(digits))
        : Optional.empty();
  }

  /**
   * Its first eight bytes as words, for two people who compare what each of them sees. Another key
   * with the same words would take some 2^64 tries.
   */
  public String words() {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return IntStream.range(0, WORDS)
        .mapToObj(i -> PlainWords.of(bytes[i]))
        .collect(Collectors.joining(" "));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }

  @Override
  public String toString() {
    return hex;
  }
}
