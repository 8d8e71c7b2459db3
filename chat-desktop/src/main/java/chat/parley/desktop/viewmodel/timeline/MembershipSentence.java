package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Says who came and who went, in one sentence however many they are. */
final class MembershipSentence {
  private MembershipSentence() {}

  /** Somebody who came and went several times is told of once, by how it ended. */
  static String of(List<Event.RoomEvent> events) {
    SequencedMap<UserId, String> joined = new LinkedHashMap<>();
    SequencedMap<UserId, String> left = new LinkedHashMap<>();
    SequencedMap<String, SequencedMap<UserId, String>> added = new LinkedHashMap<>();
    SequencedMap<String, SequencedMap<UserId, String>> removed = new LinkedHashMap<>();
    for (Event.RoomEvent event : events) {
      switch (event) {
        case Event.JoinedRoom e -> {
          forget(e.from(), left, joined, added, removed);
          among(joined, added, e.by()).put(e.from(), e.name());
        }
        case Event.LeftRoom e -> {
          forget(e.from(), left, joined, added, removed);
          among(left, removed, e.by()).put(e.from(), e.name());
        }
        case Event.Message _,
            Event.Change _,
            Event.RoomChanged _,
            Event.RankChanged _,
            Event.Renamed _,
            Event.Unrecognized _ -> {}
      }
    }
    var parts = new ArrayList<String>();
    parts.addAll(parts("timeline.joined", joined));
    added.forEach((by, people) -> parts.addAll(parts("timeline.added", people, by)));
    parts.addAll(parts("timeline.left", left));
    removed.forEach((by, people) -> parts.addAll(parts("timeline.removed", people, by)));
    return String.join(", ", parts);
  }

  private static SequencedMap<UserId, String> among(
      SequencedMap<UserId, String> bySelf,
      SequencedMap<String, SequencedMap<UserId, String>> byOthers,
      @Nullable String by) {
    return by == null ? bySelf : byOthers.computeIfAbsent(by, _ -> new LinkedHashMap<>());
  }

  private static void forget(
      UserId who,
      SequencedMap<UserId, String> left,
      SequencedMap<UserId, String> joined,
      SequencedMap<String, SequencedMap<UserId, String>> added,
      SequencedMap<String, SequencedMap<UserId, String>> removed) {
    left.remove(who);
    joined.remove(who);
    added.values().forEach(people -> people.remove(who));
    removed.values().forEach(people -> people.remove(who));
  }

  private static List<String> parts(String key, SequencedMap<UserId, String> people, String... by) {
    List<Object> names = new ArrayList<>(people.values());
    List<Object> words = new ArrayList<>();
    switch (names.size()) {
      case 0 -> {
        return List.of();
      }
      case 1, 2 -> words.addAll(names);
      default -> words.add(names.size());
    }
    words.addAll(List.of(by));
    String form = names.size() == 1 ? ".one" : names.size() == 2 ? ".two" : ".many";
    return List.of(Texts.of(key + form, words.toArray()));
  }
}
