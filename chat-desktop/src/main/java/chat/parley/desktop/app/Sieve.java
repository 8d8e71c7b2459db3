package chat.parley.desktop.app;

import chat.parley.model.SearchWords;
import chat.parley.protocol.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps back most kept events that do not fit a search, without reading their JSON: that costs ten
 * times as much. What it lets through may still not fit.
 */
final class Sieve {
  private static final String BODY = "\"body\":\"";
  private static final String FILES = "\"files\":";

  /** Those that stand in the JSON as they are, if at all. */
  private final List<String> words;

  private final List<String> marks = new ArrayList<>();

  Sieve(SearchWords wanted, Command.Narrow narrow) {
    words = wanted.words().stream().filter(Sieve::standsAsItIs).toList();
    marks.add("\"type\":\"message\"");
    if (narrow.from() != null) {
      marks.add('"' + narrow.from().value() + '"');
    }
    if (narrow.files()) {
      marks.add(FILES);
    }
  }

  private static boolean standsAsItIs(String word) {
    return word.chars()
        .noneMatch(
            c -> c < ' ' || c == '"' || c == '\\' || c == 0x7f || Character.isSurrogate((char) c));
  }

  boolean letsThrough(String json) {
    for (String mark : marks) {
      if (!json.contains(mark)) {
        return false;
      }
    }
    if (words.isEmpty()) {
      return true;
    }
    int start = json.indexOf(BODY) + BODY.length();
    if (start < BODY.length()) {
      return true;
    }
    // The names of files come somewhere behind the text.
    int end = json.contains(FILES) ? json.length() : endOfText(json, start);
    return isAscii(json, start, end)
        ? words.stream().allMatch(word -> isInAscii(json, start, end, word))
        : areInFolded(SearchWords.fold(json.substring(start, end)));
  }

  private boolean areInFolded(String text) {
    return words.stream().allMatch(text::contains);
  }

  private static int endOfText(String json, int start) {
    int end = start;
    while (end < json.length() && json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, json.length());
  }

  private static boolean isAscii(String json, int start, int end) {
    for (int i = start; i < end; i++) {
      if (json.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Of these letters folding changes nothing but capitals. */
  private static boolean isInAscii(String json, int start, int end, String word) {
    char first = word.charAt(0);
    char capital = first >= 'a' && first <= 'z' ? (char) (first - 32) : first;
    int last = end - word.length();
    for (int i = start; i <= last; i++) {
      char c = json.charAt(i);
      if ((c == first || c == capital) && json.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
