package chat.parley.server.access;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Scripts that people write together, such as Latin with Chinese, are one. */
  private static final SpoofChecker SCRIPTS =
      new SpoofChecker.Builder()
          .setChecks(SpoofChecker.RESTRICTION_LEVEL)
          .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
          .build();

  private static final Set<String> RESERVED_KEYS = keys(RESERVED);

  private NameKey() {}

  /**
   * @param cleanName as {@link chat.parley.model.Names#clean} left it
   */
  public static String of(String cleanName) {
    // A capital I looks like a small l and is folded to a small i: these two must be one, too.
    return skeleton(cleanName).replace('i', 'l');
  }

  /** Whether letters of scripts are beside each other that nobody writes together. */
  public static boolean isMixed(String cleanName) {
    return SCRIPTS.failsChecks(cleanName);
  }

  public static boolean isReserved(String cleanName) {
    // By its key "Ali" is "all": so short a word is looked at as it stands.
    String key = cleanName.length() > 3 ? of(cleanName) : skeleton(cleanName);
    return RESERVED_KEYS.contains(key);
  }

  private static String skeleton(String name) {
    // Folding again: the skeleton of a folded text may hold capitals, such as l for I.
    return fold(CHECKER.getSkeleton(fold(name.replace(" ", ""))));
  }

  private static String fold(String text) {
    return UCharacter.foldCase(text, true);
  }

  private static Set<String> keys(Set<String> names) {
    return names.stream()
        .flatMap(name -> Stream.of(skeleton(name), of(name)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
