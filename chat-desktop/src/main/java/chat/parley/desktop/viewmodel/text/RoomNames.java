package chat.parley.desktop.viewmodel.text;

import chat.parley.model.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the rooms that a text names: a # that does not stand inside a word, and a name after it.
 */
public final class RoomNames {
  /** No room is known. */
  public static final RoomNames NONE = new RoomNames(Map.of(), () -> {});

  private static final String SIGN = "#";

  /**
   * A part of a text; all of them together are the text.
   *
   * @param address leads to the room that is named; empty when none is
   */
  public record Part(String text, String address) {}

  private final Map<String, String> addresses = new HashMap<>();
  private final NameFinder finder =
      new NameFinder(SIGN, 2 * Names.ROOM_MAX, name -> addresses.containsKey(key(name)));
  private final Runnable missing;

  /**
   * @param addresses what leads to each room, by its name
   * @param missing runs when a text may name a room that is not among them
   */
  public RoomNames(Map<String, String> addresses, Runnable missing) {
    addresses.forEach((name, address) -> this.addresses.put(key(name), address));
    this.missing = missing;
  }

  /** Whether it is worth splitting. */
  public static boolean mayName(String text) {
    return text.contains(SIGN);
  }

  public List<Part> split(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = finder.next(text, 0); at >= 0; at = finder.next(text, Math.max(at + 1, from))) {
      int end = finder.end(text, at);
      if (end > at) {
        add(parts, text.substring(from, at), "");
        add(parts, text.substring(at, end), address(text.substring(at + 1, end)));
        from = end;
      } else if (NameFinder.isBeforeWord(text, at)) {
        missing.run();
      }
    }
    add(parts, text.substring(from), "");
    return parts;
  }

  private String address(String name) {
    return addresses.getOrDefault(key(name), "");
  }

  private static void add(List<Part> parts, String text, String address) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, address));
    }
  }

  private static String key(String name) {
    return Names.clean(name).toLowerCase(Locale.ROOT);
  }
}
