package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Posting;
import chat.parley.model.Room;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what was done to a room, in one sentence. */
final class NoticeSentence {
  private NoticeSentence() {}

  /**
   * @param before what the room was until then; null when that is not known
   */
  static String of(Event.RoomChanged event, @Nullable Room before) {
    String who = event.name();
    if (before == null) {
      return Texts.of("timeline.room.changed", who);
    }
    Room now = event.now();
    List<String> done = new ArrayList<>();
    if (!before.name().equals(now.name())) {
      done.add(Texts.of("timeline.room.name", who, now.name()));
    }
    if (!before.topic().equals(now.topic())) {
      done.add(
          now.topic().isEmpty()
              ? Texts.of("timeline.room.no.topic", who)
              : Texts.of("timeline.room.topic", who, now.topic()));
    }
    if (!before.description().equals(now.description())) {
      done.add(Texts.of("timeline.room.description", who));
    }
    if (before.posting() != now.posting()) {
      done.add(
          Texts.of(
              now.posting() == Posting.EVERYBODY
                  ? "timeline.room.posting.everybody"
                  : "timeline.room.posting.moderators",
              who));
    }
    if (before.archived() != now.archived()) {
      done.add(Texts.of(now.archived() ? "timeline.room.archived" : "timeline.room.revived", who));
    }
    return done.isEmpty() ? Texts.of("timeline.room.changed", who) : String.join(". ", done);
  }

  static String of(Event.RankChanged event) {
    String key =
        switch (event.rank()) {
          case READER -> "timeline.rank.reader";
          case MEMBER -> "timeline.rank.member";
          case MODERATOR -> "timeline.rank.moderator";
          case OWNER -> "timeline.rank.owner";
        };
    return Texts.of(key, event.name(), event.member().name());
  }

  static String of(Event.Renamed event) {
    return Texts.of("timeline.renamed", event.before(), event.name());
  }
}
