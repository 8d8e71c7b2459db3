package chat.parley.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that run a script, or lie outside their folder, where what they are is believed to somebody
 * who lies. Each leaves its trace wherever it runs: in the tab, in what the origin keeps, at a
 * canary, and in a dialog.
 */
final class HostileFiles {
  private final String canary;
  private final List<Hostile> all = new ArrayList<>();

  /**
   * One such file.
   *
   * @param type what its sender says that it is
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
  record Hostile(String name, String type, byte[] bytes) {}

  private HostileFiles(String canary) {
    this.canary = canary;
  }

  /**
   * Files with scripts in them.
   *
   * @param canary the address that these ask for
   */
  static List<Hostile> scripts(String canary) {
    var files = new HostileFiles(canary);
    files.pages();
    files.drawings();
    files.twoKindsAtOnce();
    files.charsets();
    return List.copyOf(files.all);
  }

  /** Files that would lie somewhere else if a name were part of a path. */
  static List<Hostile> climbers(String canary) {
    var files = new HostileFiles(canary);
    files.names();
    return List.copyOf(files.all);
  }

  static String script(String canary, String name) {
    return ("window.name='ran';document.title='ran';try{localStorage.ran='NAME'}catch(e){}"
            + "new Image().src='CANARY/NAME';alert('ran')")
        .replace("CANARY", canary)
        .replace("NAME", name);
  }

  static String page(String canary, String name) {
    return "<!DOCTYPE html><title>x</title><script>" + script(canary, name) + "</script><p>x";
  }

  private void pages() {
    add("cat.png", "image/png", page(canary, "html-as-png"));
    add("page.html", "text/html", page(canary, "html"));
    add("words.txt", "text/plain", page(canary, "html-as-text"));
    add("nothing", "x/y", page(canary, "html-as-nothing"));
    add("evil.js", "text/javascript", script(canary, "js"));
    add("evil.mjs", "application/javascript", script(canary, "mjs"));
    String xml = "<html xmlns='http://www.w3.org/1999/xhtml'><script>%s</script></html>";
    add("page.xhtml", "application/xhtml+xml", xml.formatted(script(canary, "xhtml")));
    add("feed.xml", "text/xml", "<?xml version='1.0'?>" + xml.formatted(script(canary, "xml")));
    add(
        "mail.mht",
        "multipart/related",
        "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + page(canary, "mhtml"));
  }

  private void drawings() {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' onload=\"%s\"><script>%s</script></svg>"
            .formatted(script(canary, "svg-onload"), script(canary, "svg"));
    add("drawing.svg", "image/svg+xml", svg);
    add("drawing.png", "image/png", svg);
    add(
        "paper.pdf",
        "application/pdf",
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS("
            + "app.alert\\('ran'\\);app.launchURL\\('"
            + canary
            + "/pdf'\\))>>>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
            + "trailer<</Root 1 0 R>>\n%%EOF");
  }

  private void twoKindsAtOnce() {
    String run = script(canary, "gif-js");
    String gif = "GIF89a/*\1\0\0\0\0" + ",\0\0\0\0\1\0\1\0\0\2\2D\1\0;";
    add("moving.gif", "image/gif", gif + "*/=1;" + run);
    // In a place that stays, since it says how often a picture moves.
    String short1 = "*/=1;window.name='ran';document.title='ran';//";
    String inside = "!\u00ff\u000bNETSCAPE2.0" + (char) short1.length() + short1 + "\0";
    add("loop.gif", "image/gif", gif.replace(",\0\0", inside + ",\0\0"));
    add("loop.js", "text/javascript", gif.replace(",\0\0", inside + ",\0\0"));
    add("old.bmp", "image/bmp", "BM/*\0\0\0\0*/=1;" + script(canary, "bmp-js"));
    String html = page(canary, "picture-and-page");
    String header = "\0\0\0\1\0\0\0\1\b\0\0\0\0";
    String pixels = "x\u009cc`\0\0\0\2\0\1";
    String png =
        "\u0089PNG\r\n\u001a\n"
            + Bombs.chunk("IHDR", header)
            + Bombs.chunk("tEXt", "Comment\0" + html)
            + Bombs.chunk("IDAT", pixels)
            + Bombs.chunk("IEND", "");
    add("both.png", "image/png", png + html);
    add("both.html", "text/html", png + html);
    int length = html.length() + 2;
    add(
        "photo.jpg",
        "image/jpeg",
        "\u00ff\u00d8\u00ff\u00fe" + (char) (length >> 8) + (char) (length & 0xff) + html);
    add("sound.webp", "image/webp", "RIFF\0\1\0\0WEBPVP8L\20\0\0\0/\0\0\0" + html);
  }

  private void charsets() {
    String html = page(canary, "charset");
    String utf7 = html.replace("<", "+ADw-").replace(">", "+AD4-").replace("'", "+ACc-");
    add("seven.html", "text/html", utf7);
    add("seven.txt", "text/plain", "+/v8-" + utf7);
    all.add(
        new Hostile("little.txt", "text/plain", joined("\u00ff\u00fe", html.getBytes(UTF_16LE))));
    all.add(new Hostile("big.html", "text/html", joined("\u00fe\u00ff", html.getBytes(UTF_16BE))));
    add("japanese.html", "text/html", "\u001b(J" + html);
  }

  private void names() {
    for (String name :
        List.of(
            "../../evil-a.html",
            "..\\..\\evil-b.html",
            "..%2f..%2fevil-c.html",
            "%2e%2e%2fevil-d.html",
            "%u002e%u002e/evil-e.html",
            "....//evil-f.html",
            "/tmp/evil-g.html",
            "C:\\evil-h.html",
            "evil-i.html\0.png",
            "evil-j:stream.html",
            "evil-k.html. ",
            "%2>evil-l",
            "CON",
            "..",
            "evil-\u202elmth.m",
            "evil-n\r\nX-Evil: 1",
            "evil-o".repeat(600) + ".html")) {
      add(name, "text/html", page(canary, "name"));
    }
  }

  private void add(String name, String type, String bytes) {
    all.add(new Hostile(name, type, bytes.getBytes(ISO_8859_1)));
  }

  private static byte[] joined(String start, byte[] rest) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(rest);
    return out.toByteArray();
  }
}
