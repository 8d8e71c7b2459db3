package chat.parley.desktop.viewmodel;

import chat.parley.model.Presence;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;

/**
 * Says "away" for a person who left the computer, and takes it back when the person is there again.
 * What the person chose is never changed: only "available" turns into "away". FX thread.
 */
public final class AutoAway {
  public static final Duration AFTER = Duration.ofMinutes(5);

  /** Asking the system more often would cost more than it tells. */
  private static final Duration SHORTEST_LOOK = Duration.ofSeconds(10);

  private final ObjectProperty<Presence> presence;

  /** Whether being away is this object's doing. */
  private boolean byItself;

  private boolean changing;

  public AutoAway(ObjectProperty<Presence> presence) {
    this.presence = presence;
    presence.addListener((_, _, _) -> byItself = changing && byItself);
  }

  /** Nobody has touched the computer for so long. */
  public void onIdle(Duration idle) {
    boolean gone = idle.compareTo(AFTER) >= 0;
    if (gone && presence.get() == Presence.ONLINE) {
      change(Presence.AWAY, true);
    } else if (!gone && byItself) {
      change(Presence.ONLINE, false);
    }
  }

  /** How long until it is worth while to look again. */
  public Duration nextLook(Duration idle) {
    Duration left = AFTER.minus(idle);
    return left.compareTo(SHORTEST_LOOK) > 0 ? left : SHORTEST_LOOK;
  }

  private void change(Presence to, boolean mine) {
    changing = true;
    byItself = mine;
    presence.set(to);
    changing = false;
  }
}
