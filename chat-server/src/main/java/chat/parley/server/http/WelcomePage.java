package chat.parley.server.http;

import chat.parley.model.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The page at "/about": which server this is and how to join it. One file, no scripts, light and
 * dark.
 */
final class WelcomePage {
  /** Of every page, so that one hash allows it. */
  static final String STYLE =
      """
      :root { color-scheme: light dark; --back: #f6f7f9; --card: #ffffff; --text: #1b1f24;
        --muted: #5b6572; --line: #dfe3e8; --accent: #2f6fde; }
      @media (prefers-color-scheme: dark) {
        :root { --back: #14171b; --card: #1d2126; --text: #e8ebef; --muted: #9aa5b1;
          --line: #31373e; --accent: #7aa7ff; } }
      * { box-sizing: border-box; }
      body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px;
        background: var(--back); color: var(--text);
        font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
      main { width: 100%; max-width: 520px; background: var(--card); padding: 32px;
        border: 1px solid var(--line); border-radius: 14px; }
      .mark { color: var(--accent); font-weight: 650; letter-spacing: .02em; margin: 0 0 4px; }
      h1 { font-size: 28px; line-height: 1.2; margin: 0 0 12px; overflow-wrap: anywhere; }
      ol { margin: 20px 0; padding-left: 22px; }
      li { margin: 8px 0; }
      code { font: 600 16px ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
        padding: 2px 8px; border: 1px solid var(--line); border-radius: 6px; user-select: all;
        overflow-wrap: anywhere; }
      a { color: var(--accent); }
      .small { color: var(--muted); font-size: 14px; margin: 20px 0 0;
        border-top: 1px solid var(--line); padding-top: 16px; }
      """;

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s · Parley</title>
      <style>%2$s</style>
      </head>
      <body>
      <main>
      <p class="mark">Parley</p>
      <h1>%1$s</h1>
      <p>This is a chat server on your own network. What is said here stays here.</p>
      <p><a href="/">Take part in this browser</a>, or with the app:</p>
      <ol>
      <li>Open the Parley app on your computer.</li>
      <li>Enter this address: <code>%3$s</code></li>
      <li>Choose a name and press Connect.</li>
      </ol>
      %4$s<p class="small">%5$s</p>
      </main>
      </body>
      </html>
      """;

  /** For whoever came here past a browser's warning. */
  private static final String SECURE =
      """
      <p class="small">Your browser may have warned you: this server made its certificate itself,
      so no authority vouches for it. The connection is encrypted all the same. To be sure that it
      is the right server, compare these words with those that the person who runs it sees:</p>
      <p><code>%1$s</code></p>
      <p class="small">To end the warning, add <a href="/certificate">the certificate</a> to those
      that your browser or computer trusts. The app needs none of this: it remembers the key of a
      server at the first visit and stops if it is ever another one.</p>
      """;

  /** Allows this style and no other (Content Security Policy, source list). */
  static final String STYLE_HASH = "sha256-" + sha256(STYLE);

  private final Supplier<String> serverName;
  private final String secure;

  /**
   * @param key what the server is known by; null without TLS
   */
  WelcomePage(Supplier<String> serverName, @Nullable Fingerprint key) {
    this.serverName = serverName;
    this.secure = key == null ? "" : SECURE.formatted(escape(key.words()));
  }

  /**
   * @param address host and port as the reader knows them
   * @param hasApp whether there is one to take at {@link GetPage#PATH}
   */
  String html(String address, boolean hasApp) {
    String app =
        hasApp
            ? "No app yet? <a href=\"" + GetPage.PATH + "\">Take it from this server.</a>"
            : "No app yet? Ask the person who runs this server for it.";
    return PAGE.formatted(escape(serverName.get()), STYLE, escape(address), secure, app);
  }

  static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
