package chat.parley.desktop.viewmodel.emoji;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds emoji by short name, name and words, in English and in the language of the app. */
public final class EmojiSearch {
  private static final int NONE = Integer.MAX_VALUE;

  /** Many have the word for what they are about; one is called by it. */
  private static final int EXACTLY = -1;

  private record Found(Emoji emoji, int rank) {}

  private final EmojiCatalog catalog;
  private final Supplier<EmojiNames> names;

  /**
   * @param names those of the language the app speaks just now
   */
  EmojiSearch(EmojiCatalog catalog, Supplier<EmojiNames> names) {
    this.catalog = catalog;
    this.names = names;
  }

  /**
   * The best first: those that are called so, those whose name begins so, then those where a word
   * does. Nothing for an empty text.
   */
  public List<Emoji> find(String typed, int limit) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT).replace(":", "");
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    String[] words = wanted.replace('_', ' ').split(" +");
    String folded = EmojiNames.folded(String.join(" ", words));
    EmojiNames here = names.get();
    for (Emoji emoji : catalog.all()) {
      int rank =
          emoji.category() == EmojiCategory.PARTS
              ? NONE
              : Math.min(rank(emoji, wanted, words), rank(here.said(emoji), folded));
      if (rank != NONE) {
        found.add(new Found(emoji, rank));
      }
    }
    found.sort(Comparator.comparingInt(Found::rank));
    return found.stream().limit(limit).map(Found::emoji).toList();
  }

  /** The short name to show for what was typed: the one that begins so, else the usual one. */
  public static String shortNameFor(Emoji emoji, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return emoji.shortNames().stream()
        .filter(name -> name.startsWith(wanted))
        .findFirst()
        .orElse(emoji.shortNames().getFirst());
  }

  private static int rank(Emoji emoji, String wanted, String[] words) {
    for (String name : emoji.shortNames()) {
      if (name.equals(wanted)) {
        return 0;
      }
    }
    for (String name : emoji.shortNames()) {
      if (name.startsWith(wanted)) {
        return 1;
      }
    }
    int worst = 0;
    for (String word : words) {
      worst = Math.max(worst, rankOfWord(emoji, word));
    }
    return worst;
  }

  private static int rank(EmojiNames.@Nullable Said said, String wanted) {
    if (said == null) {
      return NONE;
    }
    if (said.folded().equals(wanted)) {
      return EXACTLY;
    }
    if (said.usual().equals(wanted)) {
      return 0;
    }
    if (said.beginsWith(wanted)) {
      return 1;
    }
    int worst = 0;
    for (String word : wanted.split(" ")) {
      worst = Math.max(worst, said.hasWord(word) ? 1 : said.hasBeginning(word) ? 2 : NONE);
    }
    return worst;
  }

  private static int rankOfWord(Emoji emoji, String word) {
    if ((" " + emoji.words() + " ").contains(" " + word + " ")) {
      return 1;
    }
    for (String name : emoji.shortNames()) {
      if (beginsAWord(name.replace('-', '_').replace('_', ' '), word)) {
        return 2;
      }
    }
    return beginsAWord(emoji.name(), word) || beginsAWord(emoji.words(), word) ? 3 : NONE;
  }

  private static boolean beginsAWord(String text, String word) {
    return text.startsWith(word) || text.contains(" " + word);
  }
}
