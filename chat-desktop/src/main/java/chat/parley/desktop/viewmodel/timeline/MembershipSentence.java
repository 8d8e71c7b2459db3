package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Says who came and who went, in one sentence however many they are. */
final class MembershipSentence {
  private MembershipSentence() {}

  /** Somebody who came and went several times is told of once, by how it ended. */
  static String of(List<Event.RoomEvent> events) {
    SequencedMap<UserId, String> joined = new LinkedHashMap<>();
    SequencedMap<UserId, String> left = new LinkedHashMap<>();
    for (Event.RoomEvent event : events) {
      switch (event) {
        case Event.JoinedRoom e -> {
          left.remove(e.from());
          joined.put(e.from(), e.name());
        }
        case Event.LeftRoom e -> {
          joined.remove(e.from());
          left.put(e.from(), e.name());
        }
        case Event.Message _, Event.Unrecognized _ -> {}
      }
    }
    var parts = new ArrayList<String>();
    if (!joined.isEmpty()) {
      parts.add(part("timeline.joined", List.copyOf(joined.values())));
    }
    if (!left.isEmpty()) {
      parts.add(part("timeline.left", List.copyOf(left.values())));
    }
    return String.join(", ", parts);
  }

  private static String part(String key, List<String> names) {
    return switch (names.size()) {
      case 1 -> Texts.of(key + ".one", names.get(0));
      case 2 -> Texts.of(key + ".two", names.get(0), names.get(1));
      default -> Texts.of(key + ".many", names.size());
    };
  }
}
