package chat.parley.server.command;

import chat.parley.model.Names;
import chat.parley.model.Ties;
import chat.parley.server.access.NameKey;
import chat.parley.server.store.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Finds what may be mentions in a text: an @ that does not stand inside a word, and as many words
 * after it as fit into a name. Which of them is somebody is decided where the members are known.
 */
final class Mentions {
  private static final int MAX_MENTIONS = 50;

  private Mentions() {}

  /** For each @ whom it may mean. */
  static List<Write.Naming> in(String body) {
    var found = new ArrayList<Write.Naming>();
    for (int at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
      if (found.size() == MAX_MENTIONS) {
        break;
      }
      if (at == 0 || !Character.isLetterOrDigit(body.codePointBefore(at))) {
        List<String> keys = candidates(body, at + 1);
        if (!keys.isEmpty()) {
          found.add(new Write.Naming(keys, callAt(body, at + 1)));
        }
      }
    }
    return found;
  }

  /** Whom the one word there calls, if it names nobody. */
  private static Ties.Call callAt(String body, int from) {
    return switch (bare(body.substring(from, wordEnd(body, from))).toLowerCase(Locale.ROOT)) {
      case "here" -> Ties.Call.HERE;
      case "room" -> Ties.Call.ROOM;
      default -> Ties.Call.NOBODY;
    };
  }

  private static List<String> candidates(String body, int from) {
    var keys = new ArrayList<String>();
    int end = from;
    for (int next = wordEnd(body, end);
        next > end && body.codePointCount(from, next) <= Names.USER_MAX;
        next = wordEnd(body, end)) {
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
    String bare = bare(words);
    if (!bare.isBlank()) {
      keys.add(NameKey.of(Names.clean(bare)));
    }
    if (!bare.equals(words)) {
      keys.add(NameKey.of(Names.clean(words)));
    }
  }

  private static String bare(String words) {
    int end = words.length();
    while (end > 0 && isPunctuation(words.charAt(end - 1))) {
      end--;
    }
    return words.substring(0, end);
  }

  private static int wordEnd(String body, int from) {
    int end = from;
    while (end < body.length()) {
      int c = body.codePointAt(end);
      if (!Names.isOfWord(c)) {
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
