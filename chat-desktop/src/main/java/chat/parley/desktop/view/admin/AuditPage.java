package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.AuditModel;
import chat.parley.model.AuditEntry;
import chat.parley.model.RoomId;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was done by the power of a role or a rank. */
final class AuditPage extends VBox {
  /** Those there are words for; a newer server may have others. */
  private static final Set<String> KNOWN =
      Set.of(
          "set_role",
          "kick",
          "ban",
          "unban",
          "mute",
          "slow_mode",
          "remove",
          "set_rank",
          "archive",
          "reopen",
          "change_room",
          "delete",
          "report",
          "resolve",
          "create_invite",
          "revoke_invite",
          "reset_password",
          "end_devices",
          "rename_person",
          "change_settings",
          "announce",
          "pin",
          "set_up",
          "use_invite",
          "use_reset");

  private final RoomListModel rooms;
  private final Times times;

  AuditPage(AuditModel audit, RoomListModel rooms, Times times) {
    this.rooms = rooms;
    this.times = times;
    getStyleClass().add("admin-page");
    getChildren()
        .add(
            new Listing<>(
                audit.shelf(),
                this::row,
                EmptyState.of(
                    Feather.LIST,
                    Texts.of("view.admin.audit.none"),
                    Texts.of("view.admin.audit.none.text"))));
  }

  private Node row(AuditEntry entry) {
    String deed =
        KNOWN.contains(entry.deed()) ? Texts.of("view.admin.deed." + entry.deed()) : entry.deed();
    String whom =
        entry.whom() == null ? deed : Texts.of("view.admin.audit.whom", deed, entry.whom().name());
    String where = place(entry.room());
    return Lines.row(
        Lines.words(
            where.isEmpty() ? whom : Texts.of("view.admin.audit.where", whom, where),
            entry.detail(),
            Texts.of("view.admin.by", entry.by().name(), times.recent(entry.at()))));
  }

  /** The name of a room that I know; another one stays unnamed. */
  private String place(@Nullable RoomId room) {
    RoomItem known = room == null ? null : rooms.find(room);
    return known == null ? "" : known.label();
  }
}
