package chat.parley.desktop.view.settings;

import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/** Settings that belong together, as one page. */
public record SettingsSection(String title, Feather icon, List<SettingsRow> rows)
    implements PageCell.Page {
  public SettingsSection {
    rows = List.copyOf(rows);
  }

  /** Those rows in which all these words are; all of them when the title has the words. */
  List<SettingsRow> fitting(String words) {
    return title.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT))
        ? rows
        : rows.stream().filter(row -> row.fits(words)).toList();
  }
}
