package chat.parley.desktop.view;

import chat.parley.desktop.view.admin.AdminView;

/** What opens over the servers. */
interface WindowActions {
  void openSwitcher();

  /** The keys that do so, in words. */
  String switcherKeys();

  void openSettings();

  /** Shows what is for who runs a server, in the place of the rooms. */
  void openAdministration(AdminView page);

  /** Shows the rooms again, if that page stands in their place. */
  void closeAdministration(AdminView page);

  void openKeySheet();

  /**
   * Comes to the front and does what was asked for in another window, unless something else waits
   * for an answer here.
   */
  void inFront(Runnable action);
}
