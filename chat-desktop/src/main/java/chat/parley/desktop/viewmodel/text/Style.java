package chat.parley.desktop.viewmodel.text;

/**
 * How a piece of text is drawn.
 *
 * @param link the address it leads to, which is safe to open; empty for none
 */
public record Style(boolean bold, boolean italic, boolean struck, String link) {
  public static final Style PLAIN = new Style(false, false, false, "");

  Style withBold() {
    return new Style(true, italic, struck, link);
  }

  Style withItalic() {
    return new Style(bold, true, struck, link);
  }

  Style withStruck() {
    return new Style(bold, italic, true, link);
  }

  Style withLink(String address) {
    return new Style(bold, italic, struck, address);
  }
}
