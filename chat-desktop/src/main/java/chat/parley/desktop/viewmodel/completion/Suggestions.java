package chat.parley.desktop.viewmodel.completion;

import chat.parley.desktop.viewmodel.PeopleModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfEmoji;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfGroup;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfPerson;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfRoom;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import chat.parley.desktop.viewmodel.emoji.EmojiSearch;
import chat.parley.desktop.viewmodel.text.MentionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Knows what can be meant by a trigger: the best first, at most so many. */
final class Suggestions {
  static final int MOST = 8;

  private final PeopleModel people;
  private final RoomListModel rooms;
  private final EmojiModel emoji;

  Suggestions(PeopleModel people, RoomListModel rooms, EmojiModel emoji) {
    this.people = people;
    this.rooms = rooms;
    this.emoji = emoji;
  }

  List<Suggestion> of(Trigger trigger) {
    return switch (trigger.kind()) {
      case PERSON -> people(Folded.of(trigger.query()));
      case ROOM -> rooms(Folded.of(trigger.query()));
      case EMOJI -> emoji(trigger.query());
    };
  }

  /** Nobody calls a conversation by a name. */
  private List<Suggestion> rooms(String query) {
    List<RoomItem> named = rooms.items().stream().filter(room -> !room.isDirect()).toList();
    return best(named, RoomItem::name, query, OfRoom::new, MOST);
  }

  /** The people of the room, and after them the words that call several; these always fit in. */
  private List<Suggestion> people(String query) {
    List<Suggestion> groups =
        best(MentionNames.GROUPS, word -> word, query, Suggestions::group, MOST);
    List<Suggestion> all =
        new ArrayList<>(
            best(
                people.people().stream().filter(person -> !person.me()).toList(),
                person -> person.name(),
                query,
                OfPerson::new,
                MOST - groups.size()));
    all.addAll(groups);
    return all;
  }

  private static Suggestion group(String word) {
    return new OfGroup(word, Texts.of("completion." + word));
  }

  private List<Suggestion> emoji(String query) {
    List<Suggestion> found = new ArrayList<>();
    for (var one : emoji.search().find(query, MOST)) {
      String text = one.in(emoji.toneProperty().get());
      found.add(new OfEmoji(text, EmojiSearch.shortNameFor(one, query)));
    }
    return found;
  }

  /** Those whose name begins so, then those of which a word does; each in the order they have. */
  private static <T> List<Suggestion> best(
      List<T> all,
      Function<T, String> name,
      String query,
      Function<T, Suggestion> suggest,
      int limit) {
    List<Suggestion> first = new ArrayList<>();
    List<Suggestion> second = new ArrayList<>();
    for (T one : all) {
      switch (Folded.rank(Folded.of(name.apply(one)), query)) {
        case 0 -> first.add(suggest.apply(one));
        case 1 -> second.add(suggest.apply(one));
        default -> {}
      }
    }
    first.addAll(second);
    return first.subList(0, Math.min(limit, first.size()));
  }
}
