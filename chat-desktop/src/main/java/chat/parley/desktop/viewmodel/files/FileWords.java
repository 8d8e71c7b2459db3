package chat.parley.desktop.viewmodel.files;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Attachment;
import java.util.List;
import java.util.Locale;

/** Files in words. Pure. */
public final class FileWords {
  private static final long KILO = 1_000;
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

  private FileWords() {}

  /** For example "340 kB" or "1.4 MB". */
  public static String size(long bytes) {
    if (bytes < KILO) {
      return Texts.of("files.bytes", bytes);
    }
    double count = bytes;
    int unit = -1;
    while (count >= KILO && unit < UNITS.size() - 1) {
      count /= KILO;
      unit++;
    }
    String number =
        count < 10 && unit > 0
            ? String.format(Locale.getDefault(), "%.1f", count)
            : Long.toString((long) count);
    return number + " " + UNITS.get(unit);
  }

  /** Minutes and seconds, for example "1:05". */
  public static String time(long millis) {
    long seconds = Math.max(0, millis) / KILO;
    return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
  }

  /** What a quote says: the text, or of a message of files only, those. */
  public static String quoted(String body, List<Attachment> files) {
    return !body.isBlank() || files.isEmpty()
        ? body
        : files.size() == 1 ? files.getFirst().name() : many(files);
  }

  /** What somebody is told of it: the text, or of a message of files only, what was sent. */
  public static String told(String body, List<Attachment> files) {
    return !body.isBlank() || files.isEmpty()
        ? body
        : files.size() == 1 ? Texts.of("files.sent.one", files.getFirst().name()) : many(files);
  }

  private static String many(List<Attachment> files) {
    return files.stream().allMatch(Attachment::isPicture)
        ? Texts.of("files.images", files.size())
        : Texts.of("files.files", files.size());
  }

  /** Whether to open such a file can run a program on this computer. */
  public static boolean runs(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && RUN.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static final List<String> RUN =
      List.of(
          "exe",
          "com",
          "bat",
          "cmd",
          "msi",
          "msp",
          "scr",
          "pif",
          "cpl",
          "hta",
          "ps1",
          "psm1",
          "vbs",
          "vbe",
          "js",
          "jse",
          "wsf",
          "wsh",
          "reg",
          "lnk",
          "url",
          "jar",
          "jnlp",
          "sh",
          "bash",
          "zsh",
          "run",
          "desktop",
          "appimage",
          "app",
          "command",
          "pkg",
          "dmg",
          "deb",
          "rpm",
          "py",
          "pl",
          "rb",
          "scf",
          "inf",
          "msc",
          "appx",
          "msix",
          "html",
          "htm",
          "svg",
          "xhtml",
          "terminal",
          "workflow",
          "action",
          "chm",
          "iso",
          "img",
          "vhd",
          "docm",
          "xlsm",
          "pptm",
          "dotm",
          "xlam");
}
