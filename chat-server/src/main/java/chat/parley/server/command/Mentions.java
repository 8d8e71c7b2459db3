package chat.parley.server.command;

import chat.parley.model.Names;
import chat.parley.server.access.NameKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds what may be mentions in a text: an @ that does not stand inside a word, and the one to four
 * words after it. Which of them is somebody is decided where the members are known.
 */
final class Mentions {
  private static final int MAX_WORDS = 4;
  private static final int MAX_MENTIONS = 50;

  private Mentions() {}

  /** For each @ the name keys it may mean, longest first. */
  static List<List<String>> keysIn(String body) {
    var found = new ArrayList<List<String>>();
    for (int at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
      if (found.size() == MAX_MENTIONS) {
        break;
      }
      if (at == 0 || !Character.isLetterOrDigit(body.codePointBefore(at))) {
        List<String> keys = candidates(body, at + 1);
        if (!keys.isEmpty()) {
          found.add(keys);
        }
      }
    }
    return found;
  }

  private static List<String> candidates(String body, int from) {
    var keys = new ArrayList<String>();
    int end = from;
    for (int words = 0; words < MAX_WORDS; words++) {
      int next = wordEnd(body, end);
      if (next == end || body.codePointCount(from, next) > Names.USER_MAX) {
        break;
      }
      end = next;
      addKey(keys, body.substring(from, end));
      if (end == body.length() || body.charAt(end) != ' ') {
        break;
      }
      end++;
    }
    Collections.reverse(keys);
    return keys;
  }

  /** A name may end in a full stop or an apostrophe, but more often the sentence does. */
  private static void addKey(List<String> keys, String words) {
    String bare = words;
    while (!bare.isEmpty() && isPunctuation(bare.charAt(bare.length() - 1))) {
      bare = bare.substring(0, bare.length() - 1);
    }
    if (!bare.isBlank()) {
      keys.add(NameKey.of(Names.clean(bare)));
    }
    if (!bare.equals(words)) {
      keys.add(NameKey.of(Names.clean(words)));
    }
  }

  private static int wordEnd(String body, int from) {
    int end = from;
    while (end < body.length()) {
      int c = body.codePointAt(end);
      if (!Character.isLetterOrDigit(c)
          && Character.getType(c) != Character.NON_SPACING_MARK
          && !isPunctuation(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean isPunctuation(int c) {
    return c == '.' || c == '-' || c == '_' || c == '\'';
  }
}
