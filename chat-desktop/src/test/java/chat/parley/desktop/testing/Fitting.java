package chat.parley.desktop.testing;

import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of some logs fits a search, found by looking at every message. */
public final class Fitting {
  private Fitting() {}

  /** The newest first, from the one of that number on. */
  public static Event.Hits page(
      Map<RoomId, List<Event.RoomEvent>> logs,
      SearchWords words,
      Command.Narrow narrow,
      long before,
      int limit) {
    List<Event.Message> all =
        logs.values().stream()
            .flatMap(Collection::stream)
            .filter(Event.Message.class::isInstance)
            .map(Event.Message.class::cast)
            .filter(message -> fits(message, words, narrow))
            .sorted(Comparator.comparingLong(Event.Message::at).reversed())
            .toList();
    int from = (int) Math.min(all.size(), before);
    int to = Math.min(all.size(), from + limit);
    return new Event.Hits(1, all.subList(from, to), to < all.size() ? to : 0);
  }

  public static boolean fits(Event.Message message, SearchWords words, Command.Narrow narrow) {
    String text = SearchWords.searchable(message.body(), message.ties().files());
    return !text.isEmpty()
        && words.areIn(text)
        && (narrow.room() == null || narrow.room().equals(message.room()))
        && (narrow.from() == null || narrow.from().equals(message.from()))
        && message.at() >= narrow.since()
        && (narrow.until() == 0 || message.at() < narrow.until())
        && (!narrow.files() || !message.ties().files().isEmpty());
  }

  /** Who said something in the logs. */
  public static Map<UserId, String> authors(Map<RoomId, List<Event.RoomEvent>> logs) {
    var authors = new HashMap<UserId, String>();
    logs.values().stream()
        .flatMap(Collection::stream)
        .filter(Event.Message.class::isInstance)
        .map(Event.Message.class::cast)
        .forEach(message -> authors.put(message.from(), message.name()));
    return authors;
  }
}
