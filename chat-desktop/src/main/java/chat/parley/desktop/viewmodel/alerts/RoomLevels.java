package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;

/** What this person chose for each room. */
public interface RoomLevels {
  /** What holds where nothing was chosen. */
  RoomLevels USUAL = (_, kind) -> Choice.usual(kind);

  /**
   * @param muted nothing is told and nothing counted, whatever the level is
   */
  record Choice(Level level, boolean muted) {
    /** All of what is said to me alone, and of a room what names me. */
    public static Choice usual(RoomKind kind) {
      return new Choice(kind == RoomKind.DIRECT ? Level.ALL : Level.MENTIONS, false);
    }
  }

  Choice of(RoomId room, RoomKind kind);
}
