package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.RoomIcon;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Texts;
import org.kordamp.ikonli.feather.Feather;

/**
 * What stands where a room's log begins: which room it is, and who sees what is written there.
 *
 * @param invites whether I may bring others in
 */
record RoomStart(Feather icon, String title, String sentence, boolean invites) {

  static RoomStart of(RoomItem room, boolean invites) {
    String kind = !room.isDirect() ? "" : room.with().isEmpty() ? ".self" : ".direct";
    return new RoomStart(
        RoomIcon.of(room),
        Texts.of("view.start.title" + kind, room.label()),
        Texts.of("view.start.sentence" + kind),
        invites);
  }
}
