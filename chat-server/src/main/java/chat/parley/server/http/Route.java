package chat.parley.server.http;

import chat.parley.server.frontdoor.FrontDoor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every address that answers, and what can be done at it. What is not here is nowhere. */
public enum Route {
  WEB_SOCKET(FrontDoor.WEB_SOCKET_PATH, FrontDoor.WEB_SOCKET_PATH, "GET"),
  STREAM(FrontDoor.STREAM_PATH, FrontDoor.STREAM_PATH, "POST"),
  PAGE("/", "/", "GET", "HEAD"),
  ABOUT("/about", "/about", "GET", "HEAD"),
  HEALTH("/health", "/health", "GET", "HEAD"),
  WORKER(WebClient.WORKER, WebClient.WORKER, "GET", "HEAD"),
  CERTIFICATE(CertificatePage.PATH, CertificatePage.PATH, "GET", "HEAD"),
  WEB("/web/\u2026", WebClient.PREFIX + ".+", "GET", "HEAD"),
  APPS(GetPage.PATH, GetPage.PATH + "(?:/.*)?", "GET", "HEAD"),
  UPLOADS("/uploads", "/uploads", "POST"),
  UPLOAD("/uploads/ID", "/uploads/([A-Za-z0-9_-]{1,64})", "GET", "HEAD", "PATCH", "DELETE"),
  FILE("/files/ID", "/files/([A-Za-z0-9_-]{1,64})", "GET", "HEAD"),
  THUMB("/files/ID/thumb", "/files/([A-Za-z0-9_-]{1,64})/thumb", "GET", "HEAD");

  private final String words;
  private final Pattern pattern;
  private final List<String> methods;

  Route(String words, String pattern, String... methods) {
    this.words = words;
    this.pattern = Pattern.compile(pattern);
    this.methods = List.of(methods);
  }

  static Optional<Route> of(String path) {
    for (Route route : values()) {
      if (route.pattern.matcher(path).matches()) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  /** What people call it: the address, with ID for what differs. */
  public String words() {
    return words;
  }

  public List<String> methods() {
    return methods;
  }

  /** Whether it is about somebody's files, and so only for those who carry a pass. */
  public boolean isOfFiles() {
    return switch (this) {
      case UPLOADS, UPLOAD, FILE, THUMB -> true;
      case WEB_SOCKET, STREAM, PAGE, ABOUT, HEALTH, WORKER, CERTIFICATE, WEB, APPS -> false;
    };
  }

  /** The id in a path of a route that has one. */
  String id(String path) {
    Matcher matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(path + " is not at " + words);
    }
    return matcher.group(1);
  }

  /** For the header Allow. */
  String allowed() {
    return String.join(", ", methods);
  }
}
