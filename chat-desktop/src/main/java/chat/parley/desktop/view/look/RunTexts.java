package chat.parley.desktop.view.look;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes JavaFX on Linux forget the text of a run of letters. It keeps that text, for Pango, by the
 * run; and a run of which a part goes to the next line is the same run. So the shorter run was
 * given all the glyphs of the longer one, at places before its first letter, and the layout failed
 * there.
 *
 * <p>What is kept here is never found again, and so is made anew from what the run has now. It is
 * all freed at the end of the layout, as before. Other systems keep no such texts.
 */
final class RunTexts extends AbstractMap<Object, Object> {
  private static final Logger LOG = LoggerFactory.getLogger(RunTexts.class);

  /** Two words, of which the second needs a line of its own. */
  private static final String TWO_LINES = "שלום לכולם";

  /** Whether lines can be broken inside a run that is read from the right. */
  static final boolean ARE_FRESH = mend();

  private final Set<Entry<Object, Object>> texts =
      Collections.newSetFromMap(new IdentityHashMap<>());

  private RunTexts() {}

  private static boolean mend() {
    try {
      install();
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("JavaFX lays out texts in another way than on Linux", e);
    }
    return works();
  }

  private static void install() throws ReflectiveOperationException {
    Field shared =
        Class.forName("com.sun.javafx.text.GlyphLayoutManager")
            .getDeclaredField("REUSABLE_INSTANCE");
    shared.setAccessible(true);
    Object layout = shared.get(null);
    Field kept = layout.getClass().getDeclaredField("runUtf8");
    kept.setAccessible(true);
    kept.set(layout, new RunTexts());
  }

  private static boolean works() {
    try {
      var text = new Text(TWO_LINES);
      double whole = text.getLayoutBounds().getWidth();
      text.setWrappingWidth(whole * 0.7);
      return text.getLayoutBounds().getWidth() < whole;
    } catch (RuntimeException e) {
      LOG.warn("Lines that are read from the right cannot be broken here", e);
      return false;
    }
  }

  @Override
  public @Nullable Object get(Object run) {
    return null;
  }

  @Override
  public @Nullable Object put(Object run, Object text) {
    texts.add(Map.entry(run, text));
    return null;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return texts;
  }
}
