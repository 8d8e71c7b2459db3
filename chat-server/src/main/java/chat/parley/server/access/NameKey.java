package chat.parley.server.access;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.text.UnicodeSet;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
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
          "bot",
          "admins",
          "administrators",
          "moderators",
          "owners",
          "operator",
          "operators",
          "parley server",
          "parley admin",
          "parley team",
          "server admin");

  /** What stands between letters and is easily overlooked. */
  private static final Pattern BETWEEN = Pattern.compile("[-._' ]");

  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

  /** Scripts that people write together, such as Latin with Chinese, are one. */
  private static final SpoofChecker SCRIPTS =
      new SpoofChecker.Builder()
          .setChecks(SpoofChecker.RESTRICTION_LEVEL)
          .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
          .build();

  /** A dot on an i that has one, the same mark twice: what is drawn over another sign. */
  private static final SpoofChecker OVERLAYS =
      new SpoofChecker.Builder()
          .setChecks(SpoofChecker.HIDDEN_OVERLAY | SpoofChecker.INVISIBLE)
          .build();

  /**
   * Scripts whose letters with marks are letters of their own in Unicode: a mark that stays beside
   * its letter there is an ornament, or one of {@link #TONES}.
   */
  private static final Set<Integer> COMPOSED =
      Set.of(UScript.LATIN, UScript.GREEK, UScript.CYRILLIC);

  /** Marks that some languages put on letters which Unicode has not composed with them. */
  private static final UnicodeSet TONES =
      new UnicodeSet("[\\u0300-\\u0304\\u0308\\u030C\\u0323]").freeze();

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

  /** Whether it has marks or letters that are there to pass for something else. */
  public static boolean isDisguised(String cleanName) {
    if (OVERLAYS.failsChecks(cleanName)) {
      return true;
    }
    int base = UScript.COMMON;
    String drawn = "";
    for (int c : cleanName.codePoints().toArray()) {
      if (UCharacter.getType(c) == UCharacterCategory.NON_SPACING_MARK) {
        boolean again = drawn.indexOf(c) >= 0;
        if (COMPOSED.contains(base) && (again || !TONES.contains(c))) {
          return true;
        }
        drawn += Character.toString(c);
      } else {
        drawn = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        base = UScript.getScript(c);
        // Small capitals and letters of phonetics are in no name.
        if (base == UScript.LATIN && !SpoofChecker.RECOMMENDED.contains(c)) {
          return true;
        }
      }
    }
    return false;
  }

  public static boolean isReserved(String cleanName) {
    String bare = BETWEEN.matcher(cleanName).replaceAll("");
    // By its key "Ali" is "all": so short a word is looked at as it stands.
    String key = bare.length() > 3 ? of(bare) : skeleton(bare);
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
