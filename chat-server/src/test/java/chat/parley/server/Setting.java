package chat.parley.server;

/** Where a command is said. */
enum Setting {
  SERVER("the server"),
  PUBLIC("a public room"),
  PRIVATE("a private room"),
  DIRECT("a direct room");

  private final String title;

  Setting(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether those who are not in it must not know of it. */
  boolean isHidden() {
    return this == PRIVATE || this == DIRECT;
  }
}
