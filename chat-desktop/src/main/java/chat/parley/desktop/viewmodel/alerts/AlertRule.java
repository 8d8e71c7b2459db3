package chat.parley.desktop.viewmodel.alerts;

import chat.parley.desktop.viewmodel.alerts.Arrival.Standing;
import chat.parley.desktop.viewmodel.alerts.Arrival.Under;
import chat.parley.desktop.viewmodel.alerts.Reader.View;
import chat.parley.desktop.viewmodel.alerts.Verdict.Show;
import chat.parley.model.Presence;

/** Decides how a message is told of. The whole rule is here; its table is the test. */
public final class AlertRule {
  private AlertRule() {}

  public static Verdict decide(Arrival arrival, Reader reader, AlertPreferences chosen) {
    if (arrival.standing() != Standing.FRESH || reader.view() == View.READING) {
      return Verdict.NOTHING;
    }
    boolean named = isFollowed(arrival) || named(arrival.naming(), reader.presence());
    boolean badge = chosen.badge() && counts(arrival, named);
    boolean disturbs = wanted(arrival, named) && mayDisturb(reader);
    if (!disturbs || reader.view() == View.SCROLLED_UP) {
      return Verdict.countOnly(badge);
    }
    boolean outside = reader.view() == View.ELSEWHERE && chosen.systemNotifications();
    return new Verdict(outside ? Show.NATIVE : Show.TOAST, chosen.sound(), badge);
  }

  private static boolean isFollowed(Arrival arrival) {
    return arrival.under() == Under.FOLLOWED;
  }

  /** "@here" is for those who are here. */
  private static boolean named(Naming naming, Presence presence) {
    return switch (naming) {
      case NOBODY -> false;
      case HERE -> presence == Presence.ONLINE;
      case KEYWORD, ROOM, ME -> true;
    };
  }

  private static boolean wanted(Arrival arrival, boolean named) {
    if (arrival.choice().muted()) {
      return false;
    }
    return switch (arrival.choice().level()) {
      case ALL -> named || arrival.direct() || arrival.under() != Under.OTHER_THREAD;
      case MENTIONS -> named;
      case NONE -> false;
    };
  }

  private static boolean counts(Arrival arrival, boolean named) {
    RoomLevels.Choice choice = arrival.choice();
    boolean toMe = arrival.direct() && choice.level() != Level.NONE;
    return !choice.muted() && (named || toMe);
  }

  private static boolean mayDisturb(Reader reader) {
    return reader.presence() != Presence.BUSY && !reader.quiet();
  }
}
