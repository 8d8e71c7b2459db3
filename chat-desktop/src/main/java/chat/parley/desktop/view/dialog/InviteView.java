package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.room.RoomDetailsModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Chooses who is brought into the room that is shown. */
public final class InviteView extends VBox {
  private final RoomDetailsModel details;
  private final PeoplePicker picker;
  private final Label title;
  private final Button invite;

  /**
   * @param close takes this view away
   */
  public InviteView(RoomDetailsModel details, Runnable close) {
    this.details = details;
    getStyleClass().addAll("dialog", "new-direct");
    invite =
        Controls.button(Texts.of("view.invite.do"), () -> details.invitePicked(close), "accent");
    picker = new PeoplePicker(details.invited(), Texts.of("view.newDirect.prompt"), invite::fire);
    VBox.setVgrow(picker, Priority.ALWAYS);
    HBox head = Dialog.head("", close);
    title = (Label) head.getChildren().getFirst();
    getChildren()
        .addAll(head, picker, Dialog.problem(details.problemProperty()), Dialog.foot(invite));
    details.invited().picked().subscribe(this::show);
    show();
  }

  /** Starts anew. */
  public void open() {
    details.chooseInvited();
    RoomItem room = details.roomProperty().get();
    title.setText(Texts.of("view.invite.title", room == null ? "" : room.label()));
    picker.field().requestFocus();
  }

  private void show() {
    invite.setDisable(details.invited().picked().isEmpty());
  }
}
