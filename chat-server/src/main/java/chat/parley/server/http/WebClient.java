package chat.parley.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * The client for browsers, out of this jar. Its files lie under an address that has a hash of all
 * of them in it, so a browser may keep them for ever; the page itself, which names that address, is
 * asked for each time.
 */
final class WebClient {
  static final String PREFIX = "/web/";

  /** At the top, since a worker is let see no page above itself. */
  static final String WORKER = "/worker.js";

  /**
   * Scripts, styles and connections of this server only, none of them inline. The one policy for
   * trusted types knows {@link #WORKER} and nothing else.
   */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
          + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types parley-worker";

  private static final String LIBRARY =
      "/META-INF/resources/webjars/preact/10.26.4/dist/preact.module.js";

  /** What a page needs before it can show anything. */
  private static final List<String> MODULES =
      List.of(
          "account",
          "app",
          "atonce",
          "attachments",
          "avatar",
          "backoff",
          "banner",
          "body",
          "client",
          "completion",
          "composer",
          "deeds",
          "dialogs",
          "directory",
          "emoji",
          "filewords",
          "files",
          "fold",
          "found",
          "frame",
          "gate",
          "icons",
          "inline",
          "keeps",
          "keys",
          "layout",
          "link",
          "login",
          "main",
          "markdown",
          "memory",
          "names",
          "nearby",
          "notices",
          "offline",
          "outbox",
          "panel",
          "pass",
          "people",
          "picture",
          "reading",
          "requests",
          "roomlog",
          "rooms",
          "roomview",
          "row",
          "rowkeys",
          "search",
          "searchwords",
          "sheet",
          "sidebar",
          "stream",
          "theme",
          "thread",
          "time",
          "timeline",
          "turn",
          "uploads",
          "vault",
          "wire",
          "words",
          "words-en",
          "writing");

  private static final List<String> OTHERS =
      List.of(
          "words-de.js",
          "emoji.txt",
          "parley.css",
          "parley.svg",
          "parley-192.png",
          "parley-512.png",
          "parley.webmanifest",
          "licences.txt");

  private static final Map<String, ContentType> TYPES =
      Map.of(
          "js", ContentType.create("text/javascript", StandardCharsets.UTF_8),
          "css", ContentType.create("text/css", StandardCharsets.UTF_8),
          "txt", ContentType.create("text/plain", StandardCharsets.UTF_8),
          "svg", ContentType.IMAGE_SVG,
          "png", ContentType.IMAGE_PNG,
          "webmanifest", ContentType.create("application/manifest+json", StandardCharsets.UTF_8));

  private final Supplier<String> serverName;

  /**
   * @param serverName what people call this server at this moment; shown as it is
   */
  WebClient(Supplier<String> serverName) {
    this.serverName = serverName;
  }

  /** The page at "/". */
  void answerPage(ClassicHttpRequest request, ClassicHttpResponse response) {
    askedEachTime(response);
    String page =
        Loaded.INSTANCE
            .page()
            .replace("{{server}}", WelcomePage.escape(serverName.get()))
            .replace("{{web}}", Loaded.INSTANCE.root());
    new WebFile(
            ContentType.TEXT_HTML.withCharset(StandardCharsets.UTF_8),
            page.getBytes(StandardCharsets.UTF_8))
        .answer(request, response);
  }

  /** The script by which a browser opens the page while this server is off. */
  static void answerWorker(ClassicHttpRequest request, ClassicHttpResponse response) {
    askedEachTime(response);
    Loaded.INSTANCE.worker().answer(request, response);
  }

  private static void askedEachTime(ClassicHttpResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "no-cache");
  }

  /** One of its files; null when there is none of that path. */
  static @Nullable WebFile file(String path) {
    return path.startsWith(PREFIX) ? Loaded.INSTANCE.files().get(path) : null;
  }

  static void answerFile(WebFile file, ClassicHttpRequest request, ClassicHttpResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    file.answer(request, response);
  }

  /**
   * Everything, read and packed when the first browser comes: a server starts no slower for it.
   *
   * @param root the address under which the files lie
   * @param files by their whole paths
   * @param worker knows the version of page and files by their content
   */
  private record Loaded(String page, String root, Map<String, WebFile> files, WebFile worker) {
    static final Loaded INSTANCE = load();

    private static Loaded load() {
      var contents = new TreeMap<String, byte[]>();
      MODULES.forEach(
          name -> contents.put(name + ".js", read("/chat/parley/server/web/" + name + ".js")));
      OTHERS.forEach(name -> contents.put(name, read("/chat/parley/server/web/" + name)));
      contents.put("preact.js", read(LIBRARY));
      String root = PREFIX + hash(contents);
      String preload =
          MODULES.stream()
              .map(name -> "<link rel=\"modulepreload\" href=\"{{web}}/" + name + ".js\">")
              .collect(Collectors.joining("\n"));
      String page = text("index.html").replace("{{preload}}", preload);
      return new Loaded(
          page,
          root,
          contents.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      file -> root + "/" + file.getKey(),
                      file -> new WebFile(type(file.getKey()), file.getValue()))),
          worker(root, page, contents.keySet()));
    }

    private static WebFile worker(String root, String page, Set<String> files) {
      var version = new TreeMap<String, byte[]>();
      version.put(root, page.getBytes(StandardCharsets.UTF_8));
      String worker =
          text("worker.js")
              .replace("{{web}}", root)
              .replace("{{version}}", hash(version))
              .replace(
                  "{{files}}",
                  files.stream()
                      .map(name -> '\'' + name + '\'')
                      .collect(Collectors.joining(", ", "[", "]")));
      return new WebFile(type("worker.js"), worker.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) {
      return new String(read("/chat/parley/server/web/" + name), StandardCharsets.UTF_8);
    }

    private static ContentType type(String name) {
      return Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), name);
    }

    private static byte[] read(String resource) {
      try (InputStream in = WebClient.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException(resource + " is not in the jar");
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("The jar cannot be read", e);
      }
    }

    private static String hash(Map<String, byte[]> contents) {
      try {
        var digest = MessageDigest.getInstance("SHA-256");
        contents.forEach(
            (name, bytes) -> {
              digest.update(name.getBytes(StandardCharsets.UTF_8));
              digest.update(bytes);
            });
        return HexFormat.of().formatHex(digest.digest(), 0, 10);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256", e);
      }
    }
  }
}
