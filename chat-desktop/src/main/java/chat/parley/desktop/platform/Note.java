package chat.parley.desktop.platform;

/**
 * Something to show outside of the window.
 *
 * @param tag names what it is about; a later note of the same tag takes this one's place
 * @param title plain text, as {@code text} is
 */
public record Note(String tag, String title, String text) {}
