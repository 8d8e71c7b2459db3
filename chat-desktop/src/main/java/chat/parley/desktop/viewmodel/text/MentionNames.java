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

  private static final String SIGNS = "@＠";

  /** No name is longer, however its letters are put together. */
  private static final int MOST_UNITS = 4 * Names.USER_MAX;

  private final String me;
  private final Set<String> others;
  private final RoomNames rooms;
  private final NameFinder finder = new NameFinder(SIGNS, MOST_UNITS, this::isName);

  /**
   * @param me empty when the message does not call me
   */
  public MentionNames(String me, Collection<String> others) {
    this(me, others, RoomNames.NONE);
  }

  /**
   * @param me empty when the message does not call me
   * @param rooms which may be named in the same text
   */
  public MentionNames(String me, Collection<String> others, RoomNames rooms) {
    this.me = key(me);
    this.rooms = rooms;
    this.others = new HashSet<>(GROUPS);
    others.forEach(name -> this.others.add(key(name)));
  }

  /** Which rooms may be named in the same text. */
  public RoomNames rooms() {
    return rooms;
  }

  public List<Part> split(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = finder.next(text, 0); at >= 0; at = finder.next(text, Math.max(at + 1, from))) {
      int end = finder.end(text, at);
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
    return NameFinder.next(SIGNS, text, 0) >= 0;
  }

  private boolean isName(String text) {
    String called = key(text);
    return !called.isEmpty() && (called.equals(me) || others.contains(called));
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
