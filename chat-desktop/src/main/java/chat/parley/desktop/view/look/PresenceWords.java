package chat.parley.desktop.view.look;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Presence;

/** Presence in a word or two. */
public final class PresenceWords {
  private PresenceWords() {}

  public static String of(Presence presence) {
    return Texts.of(
        switch (presence) {
          case ONLINE -> "view.presence.online";
          case AWAY -> "view.presence.away";
          case BUSY -> "view.presence.busy";
          case OFFLINE -> "view.presence.offline";
        });
  }
}
