package chat.parley.desktop.viewmodel.search;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import chat.parley.desktop.viewmodel.text.RichTexts;
import chat.parley.model.Attachment;
import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages that were found, the newest first, and what becomes of them meanwhile. */
final class FoundMessages {
  private record Place(RoomId room, long seq) {
    static Place of(Event.Message message) {
      return new Place(message.room(), message.seq());
    }
  }

  private final Map<Place, Event.Message> messages = new LinkedHashMap<>();
  private final RichTexts texts = new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));

  void clear() {
    messages.clear();
  }

  /** Older ones; those that are there already stay where they are. */
  void add(List<Event.Message> older) {
    older.forEach(message -> messages.putIfAbsent(Place.of(message), message));
  }

  /** Answers whether something about them is different now. */
  boolean hear(List<Event.RoomEvent> events, SearchWords wanted) {
    boolean changed = false;
    for (Event.RoomEvent event : events) {
      var place = new Place(event.room(), Fold.targetOf(event));
      Event.Message before = messages.get(place);
      if (before != null) {
        Event.Message now = Fold.after(before, event);
        String text = SearchWords.searchable(now.body(), now.ties().files());
        if (text.isEmpty() || !wanted.areIn(text)) {
          messages.remove(place);
        } else {
          messages.put(place, now);
        }
        changed = true;
      }
    }
    return changed;
  }

  /** Without those of rooms I am not in any more, of people I block, and of what is too old. */
  List<SearchHit> hits(
      RoomListModel rooms, KeepModel keeps, SearchWords wanted, boolean roomNamed) {
    var hits = new ArrayList<SearchHit>();
    for (Event.Message message : messages.values()) {
      RoomItem room = rooms.find(message.room());
      if (isShown(message, room, keeps) && room != null) {
        hits.add(hit(message, room, wanted, roomNamed));
      }
    }
    return hits;
  }

  private static boolean isShown(Event.Message message, @Nullable RoomItem room, KeepModel keeps) {
    return room != null && message.seq() > room.state().expired() && !keeps.blocks(message.from());
  }

  private SearchHit hit(
      Event.Message message, RoomItem room, SearchWords wanted, boolean roomNamed) {
    String files =
        message.ties().files().stream().map(Attachment::name).collect(Collectors.joining(", "));
    return new SearchHit(
        room,
        message.seq(),
        message.from(),
        message.name(),
        message.at(),
        Excerpt.ofMessage(message.body(), wanted, texts),
        Excerpt.of(files, wanted),
        roomNamed);
  }
}
