package chat.parley.desktop.view.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stylesheets, at any size. They are written for text of 14 pixels; at another size every
 * length in them grows or shrinks with it, in whole pixels so that edges stay sharp. Hairlines stay
 * hairlines.
 */
final class Sheets {
  private static final int USUAL = 100;

  /** Lines up to this width are not made wider. */
  private static final double HAIRLINE = 2;

  private static final Pattern LENGTH =
      Pattern.compile("(-fx-font-size:\\s*)?(-?\\d+(?:\\.\\d+)?)px");

  private static final Map<String, String> MADE = new ConcurrentHashMap<>();

  private Sheets() {}

  /**
   * @param percent of the usual size
   */
  static String url(String sheet, int percent) {
    URL url = Sheets.class.getResource("/chat/parley/desktop/view/" + sheet + ".css");
    Objects.requireNonNull(url, sheet);
    return percent == USUAL
        ? url.toExternalForm()
        : MADE.computeIfAbsent(sheet + percent, _ -> data(scaled(read(url), percent)));
  }

  static String scaled(String css, int percent) {
    return LENGTH
        .matcher(css)
        .replaceAll(length -> Matcher.quoteReplacement(scaled(length, percent)));
  }

  private static String scaled(MatchResult length, int percent) {
    double pixels = Double.parseDouble(length.group(2));
    double now = pixels * percent / USUAL;
    if (length.group(1) != null) {
      return length.group(1) + now + "px";
    }
    return Math.abs(pixels) <= HAIRLINE ? length.group() : Math.round(now) + "px";
  }

  private static String data(String css) {
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(URL url) {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
