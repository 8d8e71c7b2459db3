package chat.parley.desktop.view.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The faces that come with Parley, so that it looks the same on every computer. JavaFX knows
 * weights 400 and 700 only: other weights are asked for by the name of their own family.
 */
public final class Fonts {
  private static final List<String> FILES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "Inter-Bold.otf",
          "Inter-Italic.otf",
          "Inter-BoldItalic.otf",
          "JetBrainsMono-Regular.ttf");

  private static boolean loaded;

  private Fonts() {}

  /** Makes the faces known to JavaFX; does nothing the second time. For the FX thread. */
  public static void load() {
    if (!loaded) {
      FILES.forEach(Fonts::load);
      loaded = true;
    }
  }

  private static void load(String file) {
    try (InputStream in =
        Fonts.class.getResourceAsStream("/chat/parley/desktop/view/fonts/" + file)) {
      if (in == null || Font.loadFont(in, -1) == null) {
        throw new IllegalStateException("The font " + file + " is missing or broken.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
