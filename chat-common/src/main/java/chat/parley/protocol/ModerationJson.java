package chat.parley.protocol;

/** The JSON names of what keeps order in rooms. */
final class ModerationJson {
  /** Longer than anybody will wait, and far from where times overflow. */
  static final long MOST_SECONDS = 10L * 366 * 24 * 60 * 60;

  static final int REASON_CHARS = 500;
  static final int USUAL_PAGE = 100;

  private static final int MOST_SLOW_SECONDS = 6 * 60 * 60;

  private ModerationJson() {}

  static Command.Mute mute(JsonIn in, long id) throws Malformed {
    return new Command.Mute(
        id, in.room("room"), in.user("user"), in.between("seconds", 0, MOST_SECONDS));
  }

  static Command.SlowMode slowMode(JsonIn in, long id) throws Malformed {
    return new Command.SlowMode(
        id, in.room("room"), (int) in.between("seconds", 0, MOST_SLOW_SECONDS));
  }

  static Command.Report report(JsonIn in, long id) throws Malformed {
    return new Command.Report(id, in.room("room"), in.positive("seq"), reason(in));
  }

  static Command.Reports reports(JsonIn in, long id) throws Malformed {
    return new Command.Reports(
        id,
        in.has("room") ? in.room("room") : null,
        in.flag("resolved"),
        in.number("before", 0),
        limit(in));
  }

  static Command.Resolve resolve(JsonIn in, long id) throws Malformed {
    return new Command.Resolve(
        id, in.positive("report"), in.has("note") ? in.lines("note", REASON_CHARS) : "");
  }

  /** Why something is done, in one line; empty when it is not said. */
  static String reason(JsonIn in) throws Malformed {
    return in.has("reason") ? in.line("reason", REASON_CHARS) : "";
  }

  static int limit(JsonIn in) throws Malformed {
    return Math.clamp(in.number("limit", USUAL_PAGE), 1, Limits.DEFAULT.historyEvents());
  }

  static String write(Command.Moderation command) {
    return switch (command) {
      case Command.Mute c ->
          JsonOut.object(
              "mute",
              out ->
                  out.putUnlessZero("id", c.id())
                      .put("room", c.room().value())
                      .put("user", c.user().value())
                      .put("seconds", c.seconds()));
      case Command.SlowMode c ->
          JsonOut.object(
              "slow_mode",
              out ->
                  out.putUnlessZero("id", c.id())
                      .put("room", c.room().value())
                      .put("seconds", c.seconds()));
      case Command.Report c ->
          JsonOut.object(
              "report",
              out ->
                  out.putUnlessZero("id", c.id())
                      .put("room", c.room().value())
                      .put("seq", c.seq())
                      .put("reason", c.reason()));
      case Command.Reports c ->
          JsonOut.object(
              "reports",
              out ->
                  out.putUnlessZero("id", c.id())
                      .put("room", c.room() == null ? null : c.room().value())
                      .put("resolved", c.resolved())
                      .putUnlessZero("before", c.before())
                      .put("limit", c.limit()));
      case Command.Resolve c ->
          JsonOut.object(
              "resolve",
              out ->
                  out.putUnlessZero("id", c.id()).put("report", c.report()).put("note", c.note()));
    };
  }
}
