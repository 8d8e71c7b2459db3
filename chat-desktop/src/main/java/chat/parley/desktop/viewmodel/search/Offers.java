package chat.parley.desktop.viewmodel.search;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.SearchWords;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is offered for the word at which the caret is. Pure. */
final class Offers {
  private static final int MOST = 6;

  private final String typed;
  private final Query.Part part;
  private final Aim.Known known;

  private Offers(String typed, int caret, Aim.Known known) {
    this.typed = typed;
    this.known = known;
    part = Query.partAt(typed, Math.clamp(caret, 0, typed.length()));
  }

  static List<Offer> of(String typed, int caret, Aim.Known known) {
    return new Offers(typed, caret, known).all();
  }

  private List<Offer> all() {
    Filter filter = part.filter();
    if (filter == null) {
      return filters();
    }
    Stream<String> values =
        switch (filter) {
          case FROM -> known.peopleCalled(part.value()).stream().map(known.people()::get);
          case IN -> known.roomsCalled(part.value()).stream().map(RoomItem::label);
          case BEFORE, AFTER, ON -> days();
          case HAS -> Stream.of(Texts.of("search.file"));
        };
    return values
        .filter(value -> !value.equals(part.value()))
        .limit(MOST)
        .map(value -> offer(value, filter.typed() + quoted(value) + " "))
        .toList();
  }

  /** Only those whose word begins as what is typed. */
  private List<Offer> filters() {
    String begun = SearchWords.fold(part.value());
    return Arrays.stream(Filter.values())
        .map(Filter::typed)
        .filter(word -> word.startsWith(begun))
        .map(word -> offer(word, word))
        .toList();
  }

  private Stream<String> days() {
    String begun = SearchWords.fold(part.value());
    return Stream.of(
            Texts.of("search.today"),
            Texts.of("search.yesterday"),
            known.days().today().minusDays(7).toString(),
            known.days().today().withDayOfMonth(1).toString())
        .filter(day -> day.startsWith(begun))
        .distinct();
  }

  private Offer offer(String words, String value) {
    String before = typed.substring(0, part.start()) + value;
    String after = typed.substring(part.end());
    return new Offer(
        words, before + (value.endsWith(" ") ? after.stripLeading() : after), before.length());
  }

  private static String quoted(String value) {
    return value.chars().anyMatch(Character::isWhitespace) ? '"' + value + '"' : value;
  }
}
