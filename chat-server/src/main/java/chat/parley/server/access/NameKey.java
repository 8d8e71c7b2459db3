package chat.parley.server.access;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import java.util.Set;

/**
 * What names that look alike have in common: the confusable skeleton (Unicode TS 39 section 4) of
 * the case-folded name. Two people never have names of one key.
 */
public final class NameKey {
  /** Names that would let a guest speak for the server or for everybody. */
  private static final Set<String> RESERVED =
      Set.of(
          "system",
          "server",
          "admin",
          "administrator",
          "moderator",
          "owner",
          "parley",
          "everyone",
          "all",
          "here",
          "room",
          "channel",
          "bot");

  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

  private static final Set<String> RESERVED_KEYS = keys(RESERVED);

  private NameKey() {}

  public static String of(String cleanName) {
    // Folding again: the skeleton of a folded text may hold capitals, such as l for I.
    return fold(CHECKER.getSkeleton(fold(cleanName.replace(" ", ""))));
  }

  public static boolean isReserved(String nameKey) {
    return RESERVED_KEYS.contains(nameKey);
  }

  private static String fold(String text) {
    return UCharacter.foldCase(text, true);
  }

  private static Set<String> keys(Set<String> names) {
    return Set.copyOf(names.stream().map(NameKey::of).toList());
  }
}
