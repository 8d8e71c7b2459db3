package chat.parley.desktop.viewmodel.emoji;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns {@code :tada:} into the emoji, but not in code; what has no such name stays as it is. */
public final class Shortcodes {
  /** Code comes first, so that nothing in it is found. */
  private static final Pattern CODE_OR_NAME =
      Pattern.compile(
          "(?<fence>(?m:^) {0,3}```[\\s\\S]*?(?:\\n {0,3}```|\\z))"
              + "|(?<code>(?<!`)(?<ticks>`++)[^`]++\\k<ticks>(?!`))"
              + "|(?<![\\p{L}\\p{N}]):(?<name>[a-z0-9_+-]{1,60}):(?::skin-tone-(?<tone>[2-6]):)?");

  private final EmojiCatalog catalog;

  public Shortcodes(EmojiCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param tone for those that do not name one themselves, as in {@code :wave::skin-tone-3:}
   */
  public String replaceIn(String text, SkinTone tone) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    return CODE_OR_NAME
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(emoji(found, tone)));
  }

  private String emoji(MatchResult found, SkinTone tone) {
    String name = found.group("name");
    Emoji emoji = name == null ? null : catalog.named(name);
    if (emoji == null) {
      return found.group();
    }
    String said = found.group("tone");
    return emoji.in(said == null ? tone : SkinTone.values()[Integer.parseInt(said) - 1]);
  }
}
