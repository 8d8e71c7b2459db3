package chat.parley.server;

/** Who somebody is in the matrix of permissions. */
enum Part {
  NOBODY("nobody logged in"),
  GUEST("guest"),
  OUTSIDER("outsider"),
  REMOVED("removed"),
  MUTED("muted"),
  READ_ONLY("read-only"),
  READER("reader"),
  MEMBER("member"),
  MODERATOR("moderator"),
  ROOM_OWNER("room owner"),
  ADMIN("admin"),
  SERVER_OWNER("server owner");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether this one belongs to a room of that kind. */
  boolean isIn(Setting setting) {
    return switch (this) {
      case NOBODY, GUEST, OUTSIDER, REMOVED, ADMIN, SERVER_OWNER -> false;
      case MUTED, READ_ONLY, READER, MEMBER, MODERATOR, ROOM_OWNER -> setting != Setting.SERVER;
    };
  }

  boolean runsTheServer() {
    return this == ADMIN || this == SERVER_OWNER;
  }
}
