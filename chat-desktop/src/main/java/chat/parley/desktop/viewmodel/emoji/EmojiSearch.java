package chat.parley.desktop.viewmodel.emoji;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds emoji by short name, name and words. */
public final class EmojiSearch {
  private static final int NONE = Integer.MAX_VALUE;

  private record Found(Emoji emoji, int rank) {}

  private final EmojiCatalog catalog;

  public EmojiSearch(EmojiCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The best first: those whose short name begins so, then those where a word does. Nothing for an
   * empty text.
   */
  public List<Emoji> find(String typed, int limit) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT).replace(":", "");
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    String[] words = wanted.replace('_', ' ').split(" +");
    for (Emoji emoji : catalog.all()) {
      int rank = emoji.category() == EmojiCategory.PARTS ? NONE : rank(emoji, wanted, words);
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
