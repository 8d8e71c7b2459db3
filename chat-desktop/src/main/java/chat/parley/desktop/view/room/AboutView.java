package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.view.look.RoomIcon;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomTitle;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.room.Rights;
import chat.parley.desktop.viewmodel.room.RoomDetailsModel;
import chat.parley.model.Posting;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the room is, and what I may change of it. */
final class AboutView extends ScrollPane {
  private final ServerModel server;
  private final RoomDetailsModel details;
  private final FontIcon icon = Icons.of(Feather.HASH);
  private final Label kind = Controls.label("", "muted");
  private final EditableText name;
  private final EditableText topic;
  private final EditableText description;
  private final CheckBox announcements =
      Controls.folding(new CheckBox(Texts.of("view.about.announcements")));
  private final Label note =
      Controls.folding(Controls.label(Texts.of("view.about.announcements.text"), "caption"));
  private final Button archive = Controls.folding(new Button());
  private final Button leave = Controls.folding(new Button());

  /**
   * @param order what those who moderate find here
   */
  AboutView(ServerModel server, RoomDetailsModel details, OrderView order) {
    this.server = server;
    this.details = details;
    getStyleClass().add("about");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    name = Controls.folding(new EditableText("view.about.name", false, details::rename));
    topic = Controls.folding(new EditableText("view.about.topic", false, details::topic));
    description =
        Controls.folding(new EditableText("view.about.description", true, details::describe));
    kind.setGraphic(icon);
    RightToLeft.fold(kind);
    note.setWrapText(true);
    announcements.setWrapText(true);
    announcements.setOnAction(event -> details.announceOnly(announcements.isSelected()));
    archive.setId("archive");
    leave.setId("leave");
    VBox actions = new VBox(archive, leave);
    actions.getStyleClass().add("about-actions");
    Label problem = Controls.folding(Controls.label("", "problem"));
    RightToLeft.fold(problem);
    problem.textProperty().bind(details.problemProperty());
    problem.visibleProperty().bind(details.problemProperty().isNotEmpty());
    VBox switches = new VBox(announcements, note);
    switches.getStyleClass().add("about-switches");
    VBox all = new VBox(kind, problem, name, topic, description, switches, order, actions);
    all.getStyleClass().add("about-column");
    setContent(all);
    details.nowProperty().subscribe(this::show);
    details.rightsProperty().subscribe(this::offer);
  }

  private void show(@Nullable Room room) {
    RoomItem item = details.roomProperty().get();
    if (room == null || item == null) {
      return;
    }
    boolean direct = item.isDirect();
    icon.setIconCode(RoomIcon.of(item));
    kind.setText(direct ? RoomTitle.whole(item.with()) : Texts.of(kindOf(room)));
    name.show(room.name());
    topic.show(room.topic());
    description.show(room.description());
    announcements.setSelected(room.posting() == Posting.MODERATORS);
    archive.setText(Texts.of(room.archived() ? "view.about.unarchive" : "view.about.archive"));
    archive.setGraphic(Icons.of(Feather.ARCHIVE));
    archive.setOnAction(event -> details.archive(!room.archived()));
    leave.setText(Texts.of(direct ? "view.room.hide" : "view.room.leave"));
    leave.setGraphic(Icons.of(direct ? Feather.EYE_OFF : Feather.LOG_OUT));
    leave.setOnAction(event -> leave(Objects.requireNonNull(item)));
    offer(details.rightsProperty().get());
  }

  private void leave(RoomItem item) {
    if (item.isDirect()) {
      server.rooms().hide(item);
    } else {
      server.rooms().leave(item);
    }
  }

  /** What I may not do is not there. */
  private void offer(Rights rights) {
    RoomItem item = details.roomProperty().get();
    boolean room = item != null && !item.isDirect();
    name.setVisible(room);
    topic.setVisible(room);
    description.setVisible(room);
    name.allowedProperty().set(rights.change());
    topic.allowedProperty().set(rights.describe());
    description.allowedProperty().set(rights.describe());
    announcements.setVisible(rights.change());
    note.setVisible(rights.change());
    archive.setVisible(rights.archive());
  }

  private static String kindOf(Room room) {
    if (room.archived()) {
      return "view.about.archived";
    }
    return room.kind() == RoomKind.PUBLIC ? "view.create.public.text" : "view.create.private.text";
  }
}
