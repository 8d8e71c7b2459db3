package chat.parley.desktop.view.sidebar;

/** What the left side of the window leads to. */
public interface SidebarActions {
  /** Moves the keyboard to where a message is written. */
  void toComposer();

  void addServer();

  void openSettings();

  /** Opens what is for who runs the server on the screen. */
  void openAdministration();

  /** Opens the way to anywhere. */
  void openSwitcher();

  /** The keys that do so, in words. */
  String switcherKeys();

  /** Shows how others come to the server on the screen. */
  void joinCard();

  /** Goes from the server on the screen. */
  void leaveServer();
}
