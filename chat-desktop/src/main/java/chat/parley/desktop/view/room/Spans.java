package chat.parley.desktop.view.room;

import chat.parley.desktop.viewmodel.Texts;

/** How long something takes, in the largest unit that fits. */
final class Spans {
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final int DAY = 86_400;

  private Spans() {}

  static String words(int seconds) {
    if (seconds >= DAY) {
      return Texts.of("view.span.days", seconds / DAY);
    }
    if (seconds >= HOUR) {
      return Texts.of("view.span.hours", seconds / HOUR);
    }
    return seconds >= MINUTE
        ? Texts.of("view.span.minutes", seconds / MINUTE)
        : Texts.of("view.span.seconds", seconds);
  }
}
