package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.alerts.Level;
import chat.parley.desktop.viewmodel.alerts.RoomLevels;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;

/** What a person chose for each room, as it is kept for all their devices. */
record ChosenLevels(KeepModel keeps) implements RoomLevels {
  @Override
  public Choice of(RoomId room, RoomKind kind) {
    KeepModel.RoomWish wish = keeps.wish(room);
    KeepModel.Level chosen = wish.level();
    Level level =
        switch (chosen) {
          case null -> Choice.usual(kind).level();
          case ALL -> Level.ALL;
          case MENTIONS -> Level.MENTIONS;
          case NONE -> Level.NONE;
        };
    return new Choice(level, wish.muted());
  }
}
