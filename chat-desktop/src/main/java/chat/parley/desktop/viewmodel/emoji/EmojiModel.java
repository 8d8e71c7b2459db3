package chat.parley.desktop.viewmodel.emoji;

import chat.parley.desktop.viewmodel.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A person's emoji: which ones they used last, and in which skin tone they like them. */
public final class EmojiModel {
  /** Two rows of a picker. */
  private static final int MOST_RECENT = 18;

  private final EmojiCatalog catalog;
  private final EmojiSearch search;
  private final Shortcodes shortcodes;
  private final Preferences preferences;
  private final ObjectProperty<SkinTone> tone;

  public EmojiModel(EmojiCatalog catalog, Preferences preferences) {
    this.catalog = catalog;
    this.preferences = preferences;
    search = new EmojiSearch(catalog, EmojiNames::current);
    shortcodes = new Shortcodes(catalog);
    tone = new SimpleObjectProperty<>(this, "tone", preferences.skinTone());
    tone.addListener((_, _, now) -> preferences.skinTone(now));
  }

  public EmojiCatalog catalog() {
    return catalog;
  }

  public EmojiSearch search() {
    return search;
  }

  /** Kept over restarts. */
  public ObjectProperty<SkinTone> toneProperty() {
    return tone;
  }

  /** The last first. */
  public List<Emoji> recent() {
    return preferences.recentEmoji().stream()
        .map(catalog::named)
        .filter(Objects::nonNull)
        .limit(MOST_RECENT)
        .toList();
  }

  /** Somebody chose it. Answers its characters in the person's tone. */
  public String use(Emoji emoji) {
    String name = emoji.shortNames().getFirst();
    List<String> names = new ArrayList<>(preferences.recentEmoji());
    names.remove(name);
    names.addFirst(name);
    preferences.recentEmoji(names.subList(0, Math.min(MOST_RECENT, names.size())));
    return emoji.in(tone.get());
  }

  /** What somebody wrote, with the emoji they named. */
  public String withEmoji(String written) {
    return shortcodes.replaceIn(written, tone.get());
  }
}
