package chat.parley.desktop.view.files;

import chat.parley.desktop.viewmodel.Texts;

/** What a file on its way waits for, in words. */
final class Waiting {
  private Waiting() {}

  /**
   * @param reason of the server; empty when it waits for the connection
   */
  static String words(String reason) {
    return reason.isEmpty() ? Texts.of("view.files.waiting") : reason;
  }
}
