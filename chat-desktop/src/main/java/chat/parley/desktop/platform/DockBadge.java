package chat.parley.desktop.platform;

/** A number on the program's icon in the dock or the launcher. Methods return at once. */
public interface DockBadge {
  /** A system that has none, or draws the window's own icon there. */
  DockBadge NONE = _ -> {};

  /**
   * @param text a few characters; empty for no badge
   */
  void show(String text);
}
