package chat.parley.desktop.viewmodel.search;

import chat.parley.model.SearchWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds by names, as far as they are typed. Pure. */
final class Names {
  private Names() {}

  /**
   * Those that are called exactly so; else those of which a word begins so; else those that have it
   * anywhere. By name.
   *
   * @param typed folded
   */
  static <K> List<K> fitting(Map<K, String> names, String typed) {
    List<Predicate<String>> ways =
        List.of(
            name -> name.equals(typed),
            name -> name.startsWith(typed) || name.contains(" " + typed),
            name -> name.contains(typed));
    for (Predicate<String> way : ways) {
      List<K> fitting =
          names.entrySet().stream()
              .filter(entry -> way.test(SearchWords.fold(entry.getValue())))
              .sorted(Comparator.comparing(entry -> SearchWords.fold(entry.getValue())))
              .map(Map.Entry::getKey)
              .toList();
      if (!fitting.isEmpty()) {
        return fitting;
      }
    }
    return List.of();
  }
}
