package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.settings.Segments;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.InvitationsModel;
import chat.parley.model.Invitation;
import chat.parley.model.Role;
import chat.parley.protocol.Event;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A new invitation, and those that are good. */
final class InvitationsPage extends VBox {
  private static final int LONGEST_NOTE = 100;

  private final InvitationsModel invitations;
  private final Times times;
  private final Dialogs dialogs;

  InvitationsPage(InvitationsModel invitations, Times times, Dialogs dialogs) {
    this.invitations = invitations;
    this.times = times;
    this.dialogs = dialogs;
    getStyleClass().add("admin-page");
    getChildren()
        .addAll(
            form(),
            Controls.label(Texts.of("view.admin.invites.good"), "heading", "admin-part"),
            new Listing<>(
                invitations.shelf(),
                this::row,
                EmptyState.of(
                    Feather.MAIL,
                    Texts.of("view.admin.invites.none"),
                    Texts.of("view.admin.invites.none.text"))));
  }

  private Node form() {
    TextField note = new TextField();
    note.setId("invite-note");
    note.textProperty().bindBidirectional(invitations.noteProperty());
    Button create =
        Controls.button(
            Texts.of("view.admin.invites.create"), () -> invitations.create(this::made), "accent");
    create.setId("invite-create");
    create
        .disableProperty()
        .bind(note.textProperty().map(text -> text.strip().length() > LONGEST_NOTE));
    VBox form =
        new VBox(
            Dialog.field(
                Texts.of("view.admin.invites.role"),
                new Segments<>(
                    Texts.of("view.admin.invites.role"),
                    List.of(Role.MEMBER, Role.GUEST),
                    Lines::role,
                    invitations.roleProperty())),
            Dialog.field(
                Texts.of("view.admin.invites.uses"),
                new Segments<>(
                    Texts.of("view.admin.invites.uses"),
                    InvitationsModel.USES,
                    uses -> Texts.of("view.admin.number", uses),
                    invitations.usesProperty())),
            Dialog.field(
                Texts.of("view.admin.invites.days"),
                new Segments<>(
                    Texts.of("view.admin.invites.days"),
                    InvitationsModel.DAYS,
                    days -> Texts.of("view.admin.days", days),
                    invitations.daysProperty())),
            Dialog.field(Texts.of("view.admin.invites.note"), note),
            create);
    form.getStyleClass().add("admin-form");
    return form;
  }

  private void made(Event.Invited invited) {
    CodeView.open(
        Texts.of("view.admin.invites.code"),
        Texts.of("view.admin.invites.code.text"),
        invited.code(),
        dialogs);
  }

  private Node row(Invitation one) {
    String what = Texts.of("view.admin.invites.line", one.usesLeft(), times.recent(one.until()));
    String who = Texts.of("view.admin.by", one.by().name(), times.recent(one.at()));
    String title = one.note().isEmpty() ? Texts.of("view.admin.invites.untitled") : one.note();
    return Lines.row(
        Lines.words(title, what, who),
        Lines.badge(Lines.role(one.role())),
        Lines.button(Texts.of("view.admin.invites.revoke"), title, () -> invitations.revoke(one)));
  }
}
