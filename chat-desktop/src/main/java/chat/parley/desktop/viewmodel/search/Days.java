package chat.parley.desktop.viewmodel.search;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.SearchWords;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Days as people type them: 2026-11-01, 1.11.2026, or by a word.
 *
 * @param today where the reader is
 */
record Days(LocalDate today) {
  private static final List<DateTimeFormatter> WAYS =
      List.of(strict("uuuu-M-d"), strict("d.M.uuuu"));

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Null when it is no day. */
  @Nullable LocalDate read(String typed) {
    String word = SearchWords.fold(typed);
    if (word.equals("today") || word.equals(SearchWords.fold(Texts.of("search.today")))) {
      return today;
    }
    if (word.equals("yesterday") || word.equals(SearchWords.fold(Texts.of("search.yesterday")))) {
      return today.minusDays(1);
    }
    for (DateTimeFormatter way : WAYS) {
      try {
        return LocalDate.parse(typed, way);
      } catch (DateTimeParseException notThisWay) {
        continue;
      }
    }
    return null;
  }
}
