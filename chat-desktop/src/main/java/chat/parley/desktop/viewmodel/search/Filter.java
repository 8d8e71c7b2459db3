package chat.parley.desktop.viewmodel.search;

import chat.parley.desktop.viewmodel.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What narrows a search, as it is typed: a word, a colon, and what it shall be. */
public enum Filter {
  FROM("from", "search.filter.from"),
  IN("in", "search.filter.in"),
  BEFORE("before", "search.filter.before"),
  AFTER("after", "search.filter.after"),
  ON("on", "search.filter.on"),
  HAS("has", "search.filter.has");

  static final char MARK = ':';

  private final String english;
  private final String key;

  Filter(String english, String key) {
    this.english = english;
    this.key = key;
  }

  /** As it is typed, with its colon, in the language of the app. */
  public String typed() {
    return Texts.of(key) + MARK;
  }

  /** The one of that word, in English or in the language of the app; null when there is none. */
  static @Nullable Filter of(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    for (Filter filter : values()) {
      if (wanted.equals(filter.english) || wanted.equals(Texts.of(filter.key))) {
        return filter;
      }
    }
    return null;
  }
}
