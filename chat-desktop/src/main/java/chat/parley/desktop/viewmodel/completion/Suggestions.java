package chat.parley.desktop.viewmodel.completion;

import chat.parley.desktop.viewmodel.DirectoryModel;
import chat.parley.desktop.viewmodel.PeopleModel;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfAbsentee;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfEmoji;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfGroup;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfListed;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfPerson;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfRoom;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import chat.parley.desktop.viewmodel.emoji.EmojiNames;
import chat.parley.desktop.viewmodel.emoji.EmojiSearch;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Knows what can be meant by a trigger: the best first, at most so many. */
final class Suggestions {
  static final int MOST = 8;

  private final PeopleModel people;
  private final PeopleBook book;
  private final RoomListModel rooms;
  private final DirectoryModel directory;
  private final EmojiModel emoji;

  Suggestions(
      PeopleModel people,
      PeopleBook book,
      RoomListModel rooms,
      DirectoryModel directory,
      EmojiModel emoji) {
    this.directory = directory;
    this.people = people;
    this.book = book;
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

  /** Mine, and then those I could join. Nobody calls a conversation by a name. */
  private List<Suggestion> rooms(String query) {
    List<RoomItem> named = rooms.items().stream().filter(room -> !room.isDirect()).toList();
    List<Suggestion> all = new ArrayList<>(best(named, RoomItem::name, query, OfRoom::new, MOST));
    all.addAll(
        best(
            directory.others(),
            listing -> listing.room().name(),
            query,
            OfListed::new,
            MOST - all.size()));
    return all;
  }

  /**
   * The people of the room, the words that call several of them, which always fit in, and then who
   * is not in the room.
   */
  private List<Suggestion> people(String query) {
    List<Suggestion> groups =
        best(MentionNames.GROUPS, word -> word, query, Suggestions::group, MOST);
    List<Suggestion> all =
        new ArrayList<>(
            best(
                people.people().stream().filter(person -> !person.me()).toList(),
                Person::name,
                query,
                OfPerson::new,
                MOST - groups.size()));
    all.addAll(groups);
    // Without a letter to go by they would only be in the way.
    if (!query.isEmpty()) {
      all.addAll(best(absentees(), Person::name, query, OfAbsentee::new, MOST - all.size()));
    }
    return all;
  }

  private List<Person> absentees() {
    Set<UserId> here = people.people().stream().map(Person::id).collect(Collectors.toSet());
    return book.others().stream().filter(person -> !here.contains(person.id())).toList();
  }

  private static Suggestion group(String word) {
    return new OfGroup(word, Texts.of("completion." + word));
  }

  private List<Suggestion> emoji(String query) {
    List<Suggestion> found = new ArrayList<>();
    for (var one : emoji.search().find(query, MOST)) {
      String text = one.in(emoji.toneProperty().get());
      String name = EmojiNames.current().besideShortName(one);
      found.add(new OfEmoji(text, EmojiSearch.shortNameFor(one, query), name));
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
