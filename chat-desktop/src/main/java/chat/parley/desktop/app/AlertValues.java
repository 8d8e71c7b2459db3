package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import chat.parley.desktop.viewmodel.alerts.QuietHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** How a person wants to be told of messages, as lines of the settings file. */
final class AlertValues {
  private static final String KEYWORD = "alerts.keyword.";
  private static final int MOST_KEYWORDS = 100;

  private AlertValues() {}

  /** What cannot be read is as if it were not there. */
  static AlertPreferences read(Properties values) {
    AlertPreferences usual = AlertPreferences.USUAL;
    return new AlertPreferences(
        flag(values, "alerts.system", usual.systemNotifications()),
        flag(values, "alerts.sound", usual.sound()),
        flag(values, "alerts.hide", usual.hideContent()),
        keywords(values),
        new QuietHours(
            flag(values, "alerts.quiet", false),
            time(values, "alerts.quiet.from", usual.quietHours().from()),
            time(values, "alerts.quiet.to", usual.quietHours().to()),
            days(values)),
        flag(values, "alerts.badge", usual.badge()));
  }

  static void write(AlertPreferences chosen, Properties values) {
    QuietHours quiet = chosen.quietHours();
    values.setProperty("alerts.system", String.valueOf(chosen.systemNotifications()));
    values.setProperty("alerts.sound", String.valueOf(chosen.sound()));
    values.setProperty("alerts.hide", String.valueOf(chosen.hideContent()));
    values.setProperty("alerts.badge", String.valueOf(chosen.badge()));
    values.setProperty("alerts.quiet", String.valueOf(quiet.on()));
    values.setProperty("alerts.quiet.from", quiet.from().toString());
    values.setProperty("alerts.quiet.to", quiet.to().toString());
    values.setProperty(
        "alerts.quiet.days",
        quiet.days().stream()
            .sorted()
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")));
    values.keySet().removeIf(key -> key.toString().startsWith(KEYWORD));
    for (int i = 0; i < Math.min(MOST_KEYWORDS, chosen.keywords().size()); i++) {
      values.setProperty(KEYWORD + (i + 1), chosen.keywords().get(i));
    }
  }

  private static List<String> keywords(Properties values) {
    var keywords = new ArrayList<String>();
    for (int i = 1; i <= MOST_KEYWORDS; i++) {
      String keyword = values.getProperty(KEYWORD + i, "").strip();
      if (!keyword.isEmpty()) {
        keywords.add(keyword);
      }
    }
    return keywords;
  }

  private static Set<DayOfWeek> days(Properties values) {
    String line = values.getProperty("alerts.quiet.days");
    if (line == null) {
      return QuietHours.everyDay();
    }
    List<String> said = Arrays.asList(line.toUpperCase(Locale.ROOT).split("\\s+"));
    return EnumSet.allOf(DayOfWeek.class).stream()
        .filter(day -> said.contains(day.name()))
        .collect(Collectors.toSet());
  }

  private static boolean flag(Properties values, String key, boolean usual) {
    return switch (values.getProperty(key, "")) {
      case "true" -> true;
      case "false" -> false;
      default -> usual;
    };
  }

  private static LocalTime time(Properties values, String key, LocalTime usual) {
    try {
      return LocalTime.parse(values.getProperty(key, usual.toString()));
    } catch (DateTimeException e) {
      return usual;
    }
  }
}
