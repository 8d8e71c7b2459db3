package chat.parley.desktop.viewmodel.alerts;

import java.util.List;

/**
 * How a person wants to be told of messages, the same for all rooms.
 *
 * @param systemNotifications whether the system shows them while Parley is not in front; else they
 *     stay in the window
 * @param hideContent whether neither author nor words are shown
 * @param keywords as the person wrote them
 * @param badge whether the icon counts
 */
public record AlertPreferences(
    boolean systemNotifications,
    boolean sound,
    boolean hideContent,
    List<String> keywords,
    QuietHours quietHours,
    boolean badge) {
  public static final AlertPreferences USUAL =
      new AlertPreferences(true, false, false, List.of(), QuietHours.OFF, true);

  public AlertPreferences {
    keywords = List.copyOf(keywords);
  }

  public AlertPreferences withSystemNotifications(boolean now) {
    return new AlertPreferences(now, sound, hideContent, keywords, quietHours, badge);
  }

  public AlertPreferences withSound(boolean now) {
    return new AlertPreferences(systemNotifications, now, hideContent, keywords, quietHours, badge);
  }

  public AlertPreferences withHideContent(boolean now) {
    return new AlertPreferences(systemNotifications, sound, now, keywords, quietHours, badge);
  }

  public AlertPreferences withKeywords(List<String> now) {
    return new AlertPreferences(systemNotifications, sound, hideContent, now, quietHours, badge);
  }

  public AlertPreferences withQuietHours(QuietHours now) {
    return new AlertPreferences(systemNotifications, sound, hideContent, keywords, now, badge);
  }

  public AlertPreferences withBadge(boolean now) {
    return new AlertPreferences(systemNotifications, sound, hideContent, keywords, quietHours, now);
  }
}
