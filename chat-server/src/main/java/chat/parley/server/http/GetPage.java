package chat.parley.server.http;

import chat.parley.server.http.Installers.Installer;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * "/get": the app to take from this server, the packages for the visitor's own system first. Nobody
 * has to be logged in, since who needs the app has none.
 */
final class GetPage {
  static final String PATH = "/get";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>The app · Parley</title>
      <style>%1$s</style>
      </head>
      <body>
      <main>
      <p class="mark">Parley</p>
      <h1>The app</h1>
      %2$s<p class="small">The packages are not signed, so your system may ask whether you trust
      them; they are the ones that whoever runs this server has put here. <a href="/about">How to
      join</a></p>
      </main>
      </body>
      </html>
      """;

  /** Linux among them, though not one on which these packages run. */
  private static final Pattern NO_APP = Pattern.compile("Android|iPhone|iPad|CrOS");

  private static final Pattern ARM = Pattern.compile("aarch64|arm64|ARM64");

  private final Installers installers;

  GetPage(Installers installers) {
    this.installers = installers;
  }

  boolean isEmpty() {
    return installers.newest().isEmpty();
  }

  /**
   * False when there is nothing of that name.
   *
   * @param path of {@link Route#APPS}
   */
  boolean answer(String path, ClassicHttpRequest request, ClassicHttpResponse response)
      throws IOException {
    if (path.equals(PATH)) {
      response.setCode(200);
      response.setEntity(
          new StringEntity(
              html(systemOf(agentOf(request)), archOf(agentOf(request))),
              ContentType.TEXT_HTML.withCharset("UTF-8")));
      return true;
    }
    Optional<Installer> found = installers.find(path.substring(PATH.length() + 1));
    if (found.isEmpty()) {
      return false;
    }
    send(found.get(), request, response);
    return true;
  }

  private static void send(
      Installer installer, ClassicHttpRequest request, ClassicHttpResponse response)
      throws IOException {
    response.setHeader("Content-Disposition", "attachment; filename=\"" + installer.name() + "\"");
    FileEntity.answer(
        response,
        installer.path(),
        request.getFirstHeader("Range"),
        ContentType.APPLICATION_OCTET_STREAM,
        Leave.ofAll());
  }

  private String html(Installers.@Nullable System visitor, String arch) {
    List<Installer> all = installers.newest();
    if (all.isEmpty()) {
      return page("<p>There is no app here yet. Ask the person who runs this server for it.</p>\n");
    }
    List<Installer> own =
        all.stream()
            .filter(one -> one.system() == visitor)
            .sorted(Comparator.comparing(one -> !one.arch().equals(arch)))
            .toList();
    List<Installer> others = all.stream().filter(one -> one.system() != visitor).toList();
    var body = new StringBuilder();
    if (visitor != null) {
      body.append("<p>For ").append(visitor.title()).append(", which this computer has:</p>\n");
      body.append(own.isEmpty() ? "<p>There is no package here.</p>\n" : list(own));
      if (!others.isEmpty()) {
        body.append("<p>For other systems:</p>\n");
      }
    }
    if (!others.isEmpty()) {
      body.append(list(others));
    }
    return page(body.toString());
  }

  private static String page(String body) {
    return PAGE.formatted(WelcomePage.STYLE, body);
  }

  /** Their names are made of letters, digits, dots and dashes only. */
  private static String list(List<Installer> installers) {
    var out = new StringBuilder("<ul>\n");
    for (Installer one : installers) {
      out.append(
          String.format(
              Locale.ROOT,
              "<li><a href=\"%1$s/%2$s\">%2$s</a> (%3$s, %4$d MB)</li>%n",
              PATH,
              one.name(),
              what(one),
              (one.bytes() + 999_999) / 1_000_000));
    }
    return out.append("</ul>\n").toString();
  }

  private static String what(Installer one) {
    String system = one.system().title();
    String processor = one.arch().equals("x64") ? "Intel and AMD" : "ARM";
    return switch (one.form()) {
      case "deb" -> "Debian, Ubuntu and their kin, " + processor;
      case "rpm" -> "Fedora, openSUSE and their kin, " + processor;
      case "zip" -> system + ", to unpack anywhere, " + processor;
      default -> system + ", " + processor;
    };
  }

  private static String agentOf(ClassicHttpRequest request) {
    Header agent = request.getFirstHeader("User-Agent");
    return agent == null ? "" : agent.getValue();
  }

  /** Browsers of macOS call every processor one of Intel's; the order is all that depends on it. */
  private static String archOf(String said) {
    return ARM.matcher(said).find() ? "arm64" : "x64";
  }

  /** Null when a browser does not say, or has one for which there is no app. */
  private static Installers.@Nullable System systemOf(String said) {
    if (NO_APP.matcher(said).find()) {
      return null;
    }
    if (said.contains("Windows")) {
      return Installers.System.WINDOWS;
    }
    if (said.contains("Mac OS X") || said.contains("Macintosh")) {
      return Installers.System.MAC;
    }
    return said.contains("Linux") || said.contains("X11") ? Installers.System.LINUX : null;
  }
}
