package chat.parley.desktop.platform;

/** Notification servers of Linux read a note's text as markup. */
final class Markup {
  private Markup() {}

  static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
