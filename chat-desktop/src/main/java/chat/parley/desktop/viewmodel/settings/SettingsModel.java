package chat.parley.desktop.viewmodel.settings;

import chat.parley.desktop.viewmodel.Preferences;
import chat.parley.desktop.viewmodel.Theme;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What a person chose about the whole app. A change is kept at once; whoever goes by it observes
 * the property, or asks when it matters.
 */
public final class SettingsModel {
  /** Percent of the usual size, from the smallest. */
  public static final List<Integer> TEXT_SIZES = List.of(85, 90, 100, 110, 125, 150, 175, 200);

  /** Seconds for which a message can be taken back; 0 sends at once. */
  public static final List<Integer> UNDO_SECONDS = List.of(0, 3, 5, 10);

  /** Pixels at the usual size of text. */
  public static final int NARROWEST_SIDEBAR = 208;

  public static final int USUAL_SIDEBAR = 264;
  public static final int WIDEST_SIDEBAR = 360;

  private final Preferences preferences;
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<Density> density;
  private final ObjectProperty<Integer> textSize;
  private final ObjectProperty<Boolean> reducedMotion;
  private final ObjectProperty<Integer> sidebarWidth;
  private final ObjectProperty<Boolean> enterSends;
  private final ObjectProperty<Integer> undoSeconds;
  private final ObjectProperty<Boolean> membershipShown;
  private final ObjectProperty<Language> language;

  public SettingsModel(Preferences preferences) {
    this.preferences = preferences;
    theme = kept("theme", Theme.SYSTEM, oneOf(Theme.class));
    density = kept("density", Density.COMFORTABLE, oneOf(Density.class));
    textSize = kept("text.percent", 100, text -> oneOf(TEXT_SIZES, text));
    reducedMotion = kept("motion.reduced", false, Boolean::valueOf);
    sidebarWidth = kept("sidebar.width", USUAL_SIDEBAR, SettingsModel::sidebarWidth);
    enterSends = kept("enter.sends", true, Boolean::valueOf);
    undoSeconds = kept("undo.seconds", 0, text -> oneOf(UNDO_SECONDS, text));
    membershipShown = kept("membership.shown", true, Boolean::valueOf);
    language = kept("language", Language.SYSTEM, oneOf(Language.class));
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public ObjectProperty<Density> densityProperty() {
    return density;
  }

  /** Percent, one of {@link #TEXT_SIZES}. */
  public ObjectProperty<Integer> textSizeProperty() {
    return textSize;
  }

  /** Whether nothing may move by itself, even if the computer's own setting allows it. */
  public ObjectProperty<Boolean> reducedMotionProperty() {
    return reducedMotion;
  }

  /** Pixels at the usual size of text, {@link #NARROWEST_SIDEBAR} to {@link #WIDEST_SIDEBAR}. */
  public ObjectProperty<Integer> sidebarWidthProperty() {
    return sidebarWidth;
  }

  /** Whether Enter sends and Shift+Enter breaks the line; else Ctrl+Enter sends. */
  public ObjectProperty<Boolean> enterSendsProperty() {
    return enterSends;
  }

  /** One of {@link #UNDO_SECONDS}. */
  public ObjectProperty<Integer> undoSecondsProperty() {
    return undoSeconds;
  }

  /** Whether the timeline says who came to a room and who left. */
  public ObjectProperty<Boolean> membershipShownProperty() {
    return membershipShown;
  }

  /** Takes effect when the app is opened the next time. */
  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** Makes the text larger ({@code 1}) or smaller ({@code -1}) by one step, if there is one. */
  public void stepTextSize(int step) {
    int place = TEXT_SIZES.indexOf(textSize.get()) + step;
    textSize.set(TEXT_SIZES.get(Math.clamp(place, 0, TEXT_SIZES.size() - 1)));
  }

  private <T> ObjectProperty<T> kept(String key, T usual, Function<String, T> read) {
    var property = new SimpleObjectProperty<>(this, key, usual);
    preferences.choice(key).ifPresent(text -> property.set(readOr(usual, read, text)));
    property.addListener(
        (_, _, now) -> preferences.choose(key, now.toString().toLowerCase(Locale.ROOT)));
    return property;
  }

  /** The file may have been edited: what makes no sense in it is as if it were not there. */
  private static <T> T readOr(T usual, Function<String, T> read, String text) {
    try {
      return read.apply(text.strip());
    } catch (IllegalArgumentException e) {
      return usual;
    }
  }

  private static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
    return text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  private static Integer oneOf(List<Integer> allowed, String text) {
    Integer value = Integer.valueOf(text);
    if (!allowed.contains(value)) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  private static Integer sidebarWidth(String text) {
    return Math.clamp(Integer.parseInt(text), NARROWEST_SIDEBAR, WIDEST_SIDEBAR);
  }
}
