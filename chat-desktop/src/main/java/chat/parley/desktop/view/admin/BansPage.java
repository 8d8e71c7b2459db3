package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.BansModel;
import chat.parley.model.Ban;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who is kept out. */
final class BansPage extends VBox {
  private final BansModel bans;
  private final Times times;

  BansPage(BansModel bans, Times times) {
    this.bans = bans;
    this.times = times;
    getStyleClass().add("admin-page");
    getChildren()
        .add(
            new Listing<>(
                bans.shelf(),
                this::row,
                EmptyState.of(
                    Feather.SLASH,
                    Texts.of("view.admin.bans.none"),
                    Texts.of("view.admin.bans.none.text"))));
  }

  private Node row(Ban ban) {
    String until =
        ban.until() == 0
            ? Texts.of("view.admin.for.ever")
            : Texts.of("view.admin.until", times.recent(ban.until()));
    String reason =
        ban.reason().isEmpty() ? "" : Texts.of("view.admin.reports.reason", ban.reason());
    String from =
        ban.addresses().isEmpty()
            ? ""
            : Texts.of("view.admin.bans.addresses", String.join(", ", ban.addresses()));
    HBox row =
        Lines.row(
            Lines.words(
                ban.user().name(),
                until,
                reason,
                from,
                Texts.of("view.admin.by", ban.by().name(), times.recent(ban.at()))));
    if (ban.device() != null) {
      row.getChildren().add(Lines.badge(Texts.of("view.admin.bans.device")));
    }
    row.getChildren()
        .add(Lines.button(Texts.of("view.admin.unban"), ban.user().name(), () -> bans.unban(ban)));
    return row;
  }
}
