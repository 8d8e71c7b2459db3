package chat.parley.desktop.viewmodel.emoji;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All emoji that Parley has images of. Immutable; for any thread. */
public final class EmojiCatalog {
  private static final String FILE = "/chat/parley/desktop/emoji/emoji.tsv";
  private static final String EMOJI_STYLE = "\uFE0F";

  private final List<Emoji> all = new ArrayList<>();
  private final Map<String, Emoji> byShortName = new HashMap<>();

  /** By text without the mark for emoji style, which people's keyboards set or leave out. */
  private final Map<String, Integer> images = new HashMap<>();

  private final Map<String, Emoji> byText = new HashMap<>();
  private final BitSet beginnings = new BitSet();
  private int longest;

  private EmojiCatalog(String lines) {
    lines.lines().forEach(this::add);
  }

  /** The catalog in this program. The first call reads it, which takes some milliseconds. */
  public static EmojiCatalog bundled() {
    return Bundled.CATALOG;
  }

  /** In the order of a picker. */
  public List<Emoji> all() {
    return List.copyOf(all);
  }

  /** The emoji of that short name, written without colons; null when there is none. */
  public @Nullable Emoji named(String shortName) {
    return byShortName.get(shortName);
  }

  /** The emoji of which these characters are one form; null when they are none. */
  public @Nullable Emoji of(String text) {
    return byText.get(bare(text));
  }

  /** The place of its image among all images, from 0; -1 when there is none. */
  public int image(String text) {
    return images.getOrDefault(bare(text), -1);
  }

  /** How many images there are. */
  public int images() {
    return images.size();
  }

  /** The most code points a form has, marks for emoji style not counted. */
  int longest() {
    return longest;
  }

  /** Whether some emoji begins with this code point. */
  boolean begins(int codePoint) {
    return beginnings.get(codePoint);
  }

  static String bare(String text) {
    return text.replace(EMOJI_STYLE, "");
  }

  private void add(String line) {
    String[] parts = line.split("\t", -1);
    Map<String, String> toned = new LinkedHashMap<>();
    String text = characters(parts[0]);
    for (String form : parts[5].isEmpty() ? new String[0] : parts[5].split(" ")) {
      int sign = form.indexOf('=');
      toned.put(form.substring(0, sign), characters(form.substring(sign + 1)));
    }
    List<String> shortNames = List.of(parts[1].split(","));
    EmojiCategory category = EmojiCategory.values()[Integer.parseInt(parts[2])];
    Emoji emoji = new Emoji(text, shortNames, category, parts[3], parts[4], toned);
    all.add(emoji);
    shortNames.forEach(name -> byShortName.putIfAbsent(name, emoji));
    addForm(text, emoji);
    toned.values().forEach(form -> addForm(form, emoji));
  }

  private void addForm(String text, Emoji emoji) {
    String bare = bare(text);
    images.put(bare, images.size());
    byText.put(bare, emoji);
    beginnings.set(bare.codePointAt(0));
    longest = Math.max(longest, bare.codePointCount(0, bare.length()));
  }

  private static String characters(String hex) {
    StringBuilder text = new StringBuilder();
    for (String codePoint : hex.split("-")) {
      text.appendCodePoint(Integer.parseInt(codePoint, 16));
    }
    return text.toString();
  }

  private static final class Bundled {
    static final EmojiCatalog CATALOG = read();

    private static EmojiCatalog read() {
      try (InputStream in = EmojiCatalog.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException("The list of emoji is missing.");
        }
        return new EmojiCatalog(new String(in.readAllBytes(), "UTF-8"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
