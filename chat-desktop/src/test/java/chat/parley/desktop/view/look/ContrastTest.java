package chat.parley.desktop.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the colours from the stylesheets themselves, and holds them to WCAG 2.2 AA. */
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double HIGH_TEXT = 5.5;
  private static final double SHAPE = 3.0;

  /** Two grounds side by side; nothing hangs on it. */
  private static final double GROUND = 1.1;

  /** What is read, on each surface it may stand on. */
  private static final String[] TEXTS = {
    "fg on canvas sidebar raised hover sidebar-hover selected mention-bg code-bg"
        + " inline-code-bg text-selection",
    "muted on canvas sidebar raised hover sidebar-hover selected mention-bg text-selection",
    "placeholder on canvas",
    "code-keyword on code-bg text-selection mention-bg",
    "code-string on code-bg text-selection mention-bg",
    "code-number on code-bg text-selection mention-bg",
    "code-comment on code-bg text-selection mention-bg",
    "code-name on code-bg text-selection mention-bg",
    "selected-fg on selected",
    "link on canvas raised hover mention-bg text-selection selected",
    "danger-fg on canvas hover sidebar sidebar-hover selected raised danger-bg",
    "success-fg on success-bg",
    "warning-fg on warning-bg",
    "unread-line on canvas",
    "on-accent on accent danger-fill",
    "toast-fg on toast-bg",
    "toast-action on toast-bg",
    "viewer-fg on viewer-bg viewer-hover",
    "viewer-muted on viewer-bg",
  };

  /** What is seen and has a meaning. */
  private static final String[] SHAPES = {
    "control-border on canvas sidebar raised hover sidebar-hover",
    "focus on canvas sidebar hover sidebar-hover selected mention-bg",
    "accent on canvas",
    "danger-fill on canvas sidebar",
    "mention-bar on canvas mention-bg",
    "unread-line on canvas",
    "online on sidebar sidebar-hover selected",
    "away on sidebar sidebar-hover selected",
  };

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast"})
  void textIsReadableOnEverySurface(String theme) {
    check(colours(theme), TEXTS, TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast"})
  void whatHasAMeaningIsVisibleOnEverySurface(String theme) {
    check(colours(theme), SHAPES, SHAPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast"})
  void codeInALineHasAGroundThatIsSeenOnEveryRow(String theme) {
    check(colours(theme), new String[] {"inline-code-bg on canvas hover mention-bg"}, GROUND);
  }

  @Test
  void lettersAreReadableOnEveryAvatar() {
    Map<String, Color> avatars =
        find("base", "\\.avatar:(colour-\\d) \\{ -fx-background-color: (#\\w{6}); \\}");
    assertThat(avatars).hasSize(Avatar.COLOURS);
    avatars.forEach(
        (name, colour) ->
            assertThat(contrast(Color.WHITE, colour)).as(name).isGreaterThanOrEqualTo(5.5));
  }

  @Test
  void whoChoseHighContrastGetsMoreThanEnough() {
    check(colours("contrast"), TEXTS, HIGH_TEXT);
    check(colours("contrast"), new String[] {"line on canvas sidebar raised"}, SHAPE);
  }

  @Test
  void allThemesHaveTheSameRoles() {
    assertThat(colours("dark").keySet()).isEqualTo(colours("light").keySet());
    assertThat(colours("contrast").keySet()).isEqualTo(colours("light").keySet());
  }

  /** A token that nobody checks would be a colour that nobody may rely on. */
  @Test
  void everyColourIsHeldToAContrast() {
    String all = String.join(" ", TEXTS) + " " + String.join(" ", SHAPES);
    for (String role : colours("light").keySet()) {
      if (!role.equals("line")) {
        assertThat(all.split(" ")).as("checked roles").contains(role);
      }
    }
  }

  private static void check(Map<String, Color> colours, String[] pairs, double least) {
    for (String pair : pairs) {
      String[] sides = pair.split(" on ");
      for (String surface : sides[1].split(" ")) {
        assertThat(contrast(colour(colours, sides[0]), colour(colours, surface)))
            .as("%s on %s", sides[0], surface)
            .isGreaterThanOrEqualTo(least);
      }
    }
  }

  private static Color colour(Map<String, Color> colours, String role) {
    assertThat(colours).containsKey(role);
    return colours.get(role);
  }

  private static Map<String, Color> colours(String theme) {
    return find("tokens-" + theme, "-parley-([a-z-]+): (#\\w{6});");
  }

  private static Map<String, Color> find(String sheet, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(read(sheet));
    Map<String, Color> found = new HashMap<>();
    while (matcher.find()) {
      found.put(matcher.group(1), Color.web(matcher.group(2)));
    }
    return found;
  }

  private static String read(String sheet) {
    try (InputStream in =
        ContrastTest.class.getResourceAsStream("/chat/parley/desktop/view/" + sheet + ".css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
