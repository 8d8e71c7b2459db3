package chat.parley.desktop.viewmodel.emoji;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the emoji are called in a language, and the words people look for them by. English stands in
 * the catalog itself. Immutable; for any thread.
 */
public final class EmojiNames {
  /**
   * One of them. What is asked for is folded, see {@link #folded}.
   *
   * @param name as people read it
   * @param folded the name
   * @param usual the word most people would look for it by
   * @param found all its words, folded, a space before and behind each
   */
  record Said(String name, String folded, String usual, String found) {
    static Said of(String name, String words) {
      String both = EmojiNames.folded(name + " " + words);
      String all = both.replaceAll("[^\\p{L}\\p{N}:-]+", " ").strip();
      String usual = EmojiNames.folded(words.split(" ", 2)[0]);
      return new Said(name, EmojiNames.folded(name), usual, " " + all + " ");
    }

    boolean beginsWith(String wanted) {
      return found.startsWith(wanted, 1);
    }

    boolean hasWord(String word) {
      return found.contains(" " + word + " ");
    }

    boolean hasBeginning(String word) {
      return found.contains(" " + word);
    }
  }

  private static final EmojiNames ENGLISH = new EmojiNames(Map.of());

  private final Map<String, Said> own;

  private EmojiNames(Map<String, Said> own) {
    this.own = own;
  }

  /** Those in the language the app speaks. The first call may read a file of some 80 KB. */
  public static EmojiNames current() {
    return in(Locale.getDefault());
  }

  /** English for every language Parley does not speak. */
  static EmojiNames in(Locale locale) {
    return locale.getLanguage().equals("de") ? German.NAMES : ENGLISH;
  }

  public String name(Emoji emoji) {
    Said said = said(emoji);
    return said == null ? emoji.name() : said.name();
  }

  /** The name where the short name does not already say it, being English; empty where it does. */
  public String besideShortName(Emoji emoji) {
    Said said = said(emoji);
    return said == null ? "" : said.name();
  }

  /** What the file of the language says; null in English. */
  @Nullable Said said(Emoji emoji) {
    return own.get(emoji.shortNames().getFirst());
  }

  /** Without capitals and accents, for who types in a hurry. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss");
  }

  private static EmojiNames read(String file) {
    Map<String, Said> own = new HashMap<>();
    try (InputStream in = EmojiNames.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The names of the emoji are missing.");
      }
      new String(in.readAllBytes(), "UTF-8")
          .lines()
          .map(line -> line.split("\t", -1))
          .forEach(parts -> own.put(parts[0], Said.of(parts[1], parts[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EmojiNames(Map.copyOf(own));
  }

  private static final class German {
    static final EmojiNames NAMES = read("/chat/parley/desktop/emoji/emoji_de.tsv");
  }
}
