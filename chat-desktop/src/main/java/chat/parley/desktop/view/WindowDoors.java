package chat.parley.desktop.view;

import chat.parley.desktop.view.admin.ReportsView;
import chat.parley.desktop.view.dialog.AccountView;
import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.dialog.InviteView;
import chat.parley.desktop.view.dialog.MeMenu;
import chat.parley.desktop.view.dialog.NewDirectView;
import chat.parley.desktop.view.dialog.ProfileCard;
import chat.parley.desktop.view.dialog.SecrecyView;
import chat.parley.desktop.view.dialog.SectionNameView;
import chat.parley.desktop.view.dialog.StatusView;
import chat.parley.desktop.view.sidebar.AddRoomView;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.model.UserId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Opens what is asked for in the dialog layer of one window. */
final class WindowDoors implements Doors {
  private final ServerModel server;
  private final RoomScreen screen;
  private final DialogLayer dialogs;
  private final ZoneId zone;
  private final Times times;
  private final Consumer<RoomItem> details;
  private final Consumer<RoomItem> ownWindow;
  private @Nullable AddRoomView addRoom;
  private @Nullable NewDirectView newDirect;
  private @Nullable InviteView invite;
  private @Nullable StatusView status;
  private @Nullable AccountView account;
  private @Nullable ReportsView reports;

  /**
   * @param details shows what a room is
   * @param ownWindow shows a room in a window of its own
   */
  WindowDoors(
      ServerModel server,
      RoomScreen screen,
      DialogLayer dialogs,
      Clock clock,
      Consumer<RoomItem> details,
      Consumer<RoomItem> ownWindow) {
    this.server = server;
    this.screen = screen;
    this.dialogs = dialogs;
    zone = clock.getZone();
    times = new Times(clock);
    this.details = details;
    this.ownWindow = ownWindow;
  }

  @Override
  public void addRoom() {
    if (addRoom == null) {
      addRoom = new AddRoomView(server.directory(), server.newRoom(), dialogs::close);
    }
    dialogs.open(addRoom, addRoom::open);
  }

  @Override
  public void newDirect() {
    if (newDirect == null) {
      newDirect = new NewDirectView(server.company(), dialogs::close);
    }
    dialogs.open(newDirect, newDirect::open);
  }

  @Override
  public void invite() {
    if (invite == null) {
      invite = new InviteView(screen.details(), dialogs::close);
    }
    dialogs.open(invite, invite::open);
  }

  @Override
  public void newSection(@Nullable RoomItem room) {
    var view =
        new SectionNameView(
            Texts.of("view.section.new.title"),
            "",
            Texts.of("view.section.create"),
            name -> server.sidebar().addSection(name, room),
            dialogs::close);
    dialogs.open(view, view::open);
  }

  @Override
  public void renameSection(Heading section) {
    var view =
        new SectionNameView(
            Texts.of("view.section.rename.title"),
            section.name(),
            Texts.of("view.save"),
            name -> server.sidebar().rename(section.id(), name),
            dialogs::close);
    dialogs.open(view, view::open);
  }

  @Override
  public void profile(UserId user, String name, Node beside) {
    var card = new ProfileCard(server.company(), user, name, zone, this::status, dialogs::close);
    dialogs.openBeside(card, beside, card::open);
  }

  @Override
  public void me(Node beside) {
    var card =
        new MeMenu(
            server.presenceProperty(),
            server.presenceEverywhereProperty().get(),
            server.company().status(),
            zone,
            this::status,
            this::account,
            dialogs::close);
    dialogs.openBeside(card, beside, card::open);
  }

  @Override
  public void account() {
    if (account == null) {
      account =
          new AccountView(server.company().account(), server.meProperty(), zone, dialogs::close);
    }
    dialogs.open(account, account::open);
  }

  @Override
  public void status() {
    if (status == null) {
      status = new StatusView(server.company().status(), server.emoji(), dialogs::close);
    }
    dialogs.open(status, status::open);
  }

  @Override
  public void secrecy() {
    var view = new SecrecyView(server.secrecy(), dialogs::close);
    dialogs.open(view, view::open);
  }

  @Override
  public void reports() {
    if (reports == null) {
      reports = new ReportsView(screen, times, dialogs);
    }
    dialogs.open(reports, reports::open);
  }

  @Override
  public void details(RoomItem room) {
    details.accept(room);
  }

  @Override
  public void ownWindow(RoomItem room) {
    ownWindow.accept(room);
  }
}
