package chat.parley.desktop.viewmodel.text;

import chat.parley.model.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds who is called in a text: an @ that does not stand inside a word, and a name after it. */
public final class MentionNames {
  /** Who a piece of text calls. */
  public enum Call {
    NOBODY,
    ME,
    SOMEBODY
  }

  /** A part of a text; all of them together are the text. */
  public record Part(String text, Call call) {}

  /** Those who are meant by a word and not by a name. */
  public static final List<String> GROUPS = List.of("here", "room");

  /** Nobody is pointed out. */
  public static final MentionNames NONE = new MentionNames("", List.of());

  /** No name is longer, however its letters are put together. */
  private static final int MOST_UNITS = 4 * Names.USER_MAX;

  private final String me;
  private final Set<String> others;

  /**
   * @param me empty when the message does not call me
   */
  public MentionNames(String me, Collection<String> others) {
    this.me = key(me);
    this.others = new HashSet<>(GROUPS);
    others.forEach(name -> this.others.add(key(name)));
  }

  public List<Part> split(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = next(text, 0); at >= 0; at = next(text, Math.max(at + 1, from))) {
      int end = isInWord(text, at) ? at : endOfName(text, at + 1);
      if (end > at) {
        add(parts, text.substring(from, at), Call.NOBODY);
        String called = key(text.substring(at + 1, end));
        boolean mine = !me.isEmpty() && (called.equals(me) || GROUPS.contains(called));
        add(parts, text.substring(at, end), mine ? Call.ME : Call.SOMEBODY);
        from = end;
      }
    }
    add(parts, text.substring(from), Call.NOBODY);
    return parts;
  }

  /** Whether it is worth splitting. */
  public static boolean mayCall(String text) {
    return next(text, 0) >= 0;
  }

  private static int next(String text, int from) {
    int plain = text.indexOf('@', from);
    int wide = text.indexOf('＠', from);
    return plain < 0 ? wide : wide < 0 ? plain : Math.min(plain, wide);
  }

  private static boolean isInWord(String text, int at) {
    return at > 0 && Character.isLetterOrDigit(text.codePointBefore(at));
  }

  /** The end of the longest name that stands there; one less than {@code from} when none does. */
  private int endOfName(String text, int from) {
    int found = from - 1;
    int end = from;
    for (int next = endOfWord(text, end);
        next > end && next - from <= MOST_UNITS;
        next = endOfWord(text, end)) {
      end = next;
      int bare = withoutPunctuation(text, from, end);
      found = isName(text, from, end) ? end : isName(text, from, bare) ? bare : found;
      if (end == text.length() || text.charAt(end) != ' ') {
        break;
      }
      end++;
    }
    return found;
  }

  private boolean isName(String text, int from, int end) {
    String called = key(text.substring(from, end));
    return !called.isEmpty() && (called.equals(me) || others.contains(called));
  }

  private static int withoutPunctuation(String text, int from, int end) {
    int bare = end;
    while (bare > from && ".-_'".indexOf(text.charAt(bare - 1)) >= 0) {
      bare--;
    }
    return bare;
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!Names.isOfWord(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static void add(List<Part> parts, String text, Call call) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, call));
    }
  }

  private static String key(String name) {
    return Names.clean(name).toLowerCase(Locale.ROOT);
  }
}
