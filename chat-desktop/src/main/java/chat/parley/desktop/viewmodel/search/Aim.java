package chat.parley.desktop.viewmodel.search;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * To whom, where and when the filters of a query keep.
 *
 * @param problem one sentence about a filter that says nothing; empty when all do
 * @param stranger a name that does not lead to one person; the server may know more people. Empty
 *     when there is none
 */
record Aim(Command.Narrow narrow, String problem, String stranger) {
  /** What names can stand for. */
  record Known(Map<UserId, String> people, UserId me, List<RoomItem> rooms, Days days) {
    /** Whose name has what is typed, with or without an @ before it. */
    List<UserId> peopleCalled(String typed) {
      return Names.fitting(people, bare(typed, '@'));
    }

    /** Whose name has what is typed, with or without a # before it. */
    List<RoomItem> roomsCalled(String typed) {
      return Names.fitting(
          rooms.stream().collect(Collectors.toMap(room -> room, RoomItem::name, (a, _) -> a)),
          bare(typed, '#'));
    }

    private static String bare(String typed, char mark) {
      return SearchWords.fold(typed.indexOf(mark) == 0 ? typed.substring(1) : typed);
    }
  }

  /** A filter that says nothing. */
  private static final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;
    private final String stranger;

    Unclear(String sentence, String stranger) {
      super(sentence, null, false, false);
      this.stranger = stranger;
    }

    Unclear(String sentence) {
      this(sentence, "");
    }
  }

  /** So many names are told when several fit. */
  private static final int MOST_NAMES = 4;

  /**
   * @param room where to look unless a filter says otherwise; null for everywhere
   */
  static Aim of(List<Query.Term> terms, @Nullable RoomId room, Known known, ZoneId zone) {
    UserId from = null;
    RoomId in = room;
    long since = 0;
    long until = 0;
    boolean files = false;
    Set<Filter> seen = EnumSet.noneOf(Filter.class);
    try {
      for (Query.Term term : terms) {
        if (!seen.add(term.filter())) {
          throw new Unclear(Texts.of("search.twice", term.filter().typed()));
        }
        switch (term.filter()) {
          case FROM -> from = person(term.value(), known);
          case IN -> in = room(term.value(), known);
          case BEFORE -> until = earlier(until, start(day(term, known), zone));
          case AFTER -> since = Math.max(since, start(day(term, known).plusDays(1), zone));
          case ON -> {
            LocalDate day = day(term, known);
            since = Math.max(since, start(day, zone));
            until = earlier(until, start(day.plusDays(1), zone));
          }
          case HAS -> files = file(term.value());
        }
      }
    } catch (Unclear e) {
      return new Aim(Command.Narrow.NOT, String.valueOf(e.getMessage()), e.stranger);
    }
    return new Aim(new Command.Narrow(in, from, since, until, files), "", "");
  }

  private static UserId person(String value, Known known) throws Unclear {
    String wanted = SearchWords.fold(value);
    if (wanted.equals("me") || wanted.equals(SearchWords.fold(Texts.of("search.me")))) {
      return known.me();
    }
    List<UserId> fitting = known.peopleCalled(value);
    if (fitting.isEmpty()) {
      throw new Unclear(Texts.of("search.person.none", value), value);
    }
    if (fitting.size() > 1) {
      throw new Unclear(
          Texts.of(
              "search.person.many",
              value,
              names(fitting, id -> known.people().getOrDefault(id, ""))),
          value);
    }
    return fitting.getFirst();
  }

  private static RoomId room(String value, Known known) throws Unclear {
    List<RoomItem> fitting = known.roomsCalled(value);
    if (fitting.isEmpty()) {
      throw new Unclear(Texts.of("search.room.none", value));
    }
    if (fitting.size() > 1) {
      throw new Unclear(Texts.of("search.room.many", value, names(fitting, RoomItem::label)));
    }
    return fitting.getFirst().id();
  }

  private static boolean file(String value) throws Unclear {
    String wanted = SearchWords.fold(value);
    if (!wanted.equals("file") && !wanted.equals(SearchWords.fold(Texts.of("search.file")))) {
      throw new Unclear(Texts.of("search.has.none", Texts.of("search.file"), value));
    }
    return true;
  }

  private static LocalDate day(Query.Term term, Known known) throws Unclear {
    LocalDate day = known.days().read(term.value());
    if (day == null) {
      throw new Unclear(Texts.of("search.day.none", term.value(), known.days().today().toString()));
    }
    return day;
  }

  private static <K> String names(List<K> fitting, Function<K, String> name) {
    String first = fitting.stream().limit(MOST_NAMES).map(name).collect(Collectors.joining(", "));
    return fitting.size() > MOST_NAMES ? first + ", …" : first;
  }

  private static long start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** 0 stands for any time. */
  private static long earlier(long one, long other) {
    return one == 0 ? other : Math.min(one, other);
  }
}
