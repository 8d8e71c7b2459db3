package chat.parley.server.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a password must be: long enough, and none that guessers try first (OWASP ASVS 5.0, 6.2).
 * There are no rules about kinds of characters: they make passwords that are forgotten.
 */
public final class PasswordRules {
  public static final int LEAST = 8;

  /** Longer ones are no safer, and hashing has to end. */
  public static final int MOST = 256;

  private static final Set<String> TRIED_FIRST = triedFirst();

  private PasswordRules() {}

  /** What is hashed: the same letters typed on another system are the same password. */
  public static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /**
   * One sentence about what is wrong; empty when nothing is.
   *
   * @param name of the account
   */
  public static Optional<String> problem(String password, String name) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST) {
      return Optional.of("A password has at least " + LEAST + " characters; 15 are better.");
    }
    if (length > MOST) {
      return Optional.of("A password has at most " + MOST + " characters.");
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (plain.equals(name.toLowerCase(Locale.ROOT)) || TRIED_FIRST.contains(plain)) {
      return Optional.of("That password is one of the first that a guesser tries.");
    }
    if (plain.codePoints().distinct().count() < 3) {
      return Optional.of("That password is too easy to guess: use more different characters.");
    }
    return Optional.empty();
  }

  /** How many passwords are refused because guessers try them first. */
  static int refused() {
    return TRIED_FIRST.size();
  }

  private static Set<String> triedFirst() {
    try (InputStream in = PasswordRules.class.getResourceAsStream("tried-first.txt")) {
      if (in == null) {
        throw new IllegalStateException("tried-first.txt is missing from the server");
      }
      Stream<String> ours = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      // Each word is in one of the lists only, so a name that many take is not among the passwords.
      Stream<String> known =
          StandardDictionaries.loadAllDictionaries().stream()
              .flatMap(list -> list.getFrequencies().stream());
      return Stream.concat(ours, known)
          .filter(line -> line.length() >= LEAST && !line.startsWith("#"))
          .map(line -> line.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
