package chat.parley.desktop.view;

import chat.parley.desktop.view.admin.AdminPages;
import chat.parley.desktop.view.admin.AdminView;
import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.hosting.JoinCardView;
import chat.parley.desktop.view.overview.OverviewView;
import chat.parley.desktop.view.room.AnnouncementView;
import chat.parley.desktop.view.room.RoomView;
import chat.parley.desktop.view.sidebar.SidebarActions;
import chat.parley.desktop.view.sidebar.SidebarView;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.hosting.JoinCard;
import chat.parley.desktop.viewmodel.overview.Overview;
import chat.parley.desktop.viewmodel.search.SearchModel;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.Role;
import chat.parley.model.User;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One server: its rooms at the left, and the selected one. */
final class MainView extends HBox implements SidebarActions {
  /** Below this width the sidebar shrinks to a rail. Like all here, at the usual size of text. */
  private static final double RAIL_BELOW = 860;

  private static final double RAIL_WIDTH = 64;

  /** From this width on the list of people has a place of its own. */
  private static final double ROOMY_FROM = 1180;

  private static final double GRIP_WIDTH = 6;

  private final AppModel app;
  private final ServerModel server;
  private final WindowActions window;
  private final Doors doors;
  private final SidebarView sidebar;
  private final SidebarGrip grip;
  private final RoomView room;
  private final OverviewView overview;
  private final OwnWindows windows;
  private final StackPane place = new StackPane();
  private final DialogLayer dialogs;
  private final Times times;
  private @Nullable AdminView admin;

  MainView(
      AppModel app, ServerModel server, Clock clock, WindowActions window, DialogLayer dialogs) {
    this.app = app;
    this.server = server;
    this.window = window;
    this.dialogs = dialogs;
    times = new Times(clock);
    getStyleClass().add("main");
    windows = new OwnWindows(app, server, clock, window);
    doors =
        new WindowDoors(
            server, server.shown(), dialogs, clock, this::openDetails, windows::openInFront);
    room = new RoomView(app, server, server.shown(), times, doors, dialogs);
    room.takeDropsOn(this);
    overview = new OverviewView(server, times, app.toasts());
    sidebar = new SidebarView(server, doors, this);
    grip = new SidebarGrip(app.settings());
    VBox right = new VBox(new AnnouncementView(server.announcement()), place);
    VBox.setVgrow(place, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    place.getChildren().add(room);
    getChildren().addAll(sidebar, grip, right);
    app.settings().textSizeProperty().subscribe(this::fit);
    widthProperty().subscribe(this::fit);
    grip.sidebarWidthProperty().subscribe(this::fit);
    fit();
    server.timelineProperty().subscribe(this::roomShown);
    server.overview().shownProperty().subscribe(this::overviewShown);
    server
        .administration()
        .allowedProperty()
        .subscribe(
            allowed -> {
              if (!allowed) {
                closeAdministration();
              }
            });
  }

  /** Larger text needs a larger window for the same parts. */
  private void fit() {
    double scale = app.settings().textSizeProperty().get() / 100.0;
    boolean rail = getWidth() < RAIL_BELOW * scale;
    sidebar.railProperty().set(rail);
    sidebar.setPrefWidth((rail ? RAIL_WIDTH : grip.sidebarWidthProperty().get()) * scale);
    grip.setVisible(!rail);
    room.roomyProperty().set(getWidth() >= ROOMY_FROM * scale);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double edge = sidebar.getBoundsInParent().getMaxX();
    grip.resizeRelocate(edge - GRIP_WIDTH / 2, 0, GRIP_WIDTH, getHeight());
  }

  ServerModel server() {
    return server;
  }

  RoomView room() {
    return room;
  }

  /** The windows of rooms of this server beside this one. */
  OwnWindows windows() {
    return windows;
  }

  /** Asks for files for the room that is shown. */
  void chooseFiles() {
    room.chooseFiles();
  }

  /** Looks for messages beside the room, which takes the place of a page over all rooms. */
  void search(SearchModel.Scope where) {
    if (isOverview()) {
      server.overview().close();
    }
    room.search(where);
  }

  void switchFiles() {
    room.switchFiles();
  }

  /** Opens the way to more rooms. */
  void addRoom() {
    doors.addRoom();
  }

  void account() {
    doors.account();
  }

  private void openDetails(RoomItem of) {
    server.rooms().selectedProperty().set(of);
    room.showAbout();
  }

  @Override
  public void toComposer() {
    (isOverview() ? overview.keyboardTarget() : room.composerTarget()).requestFocus();
  }

  /** Whether a page over all rooms stands in the place of a room. */
  boolean isOverview() {
    return server.overview().shownProperty().get() != null;
  }

  private void overviewShown(Overview.@Nullable Page before, Overview.@Nullable Page now) {
    place.getChildren().setAll(now == null ? room : overview);
    toComposer();
  }

  @Override
  public void addServer() {
    app.addServer();
  }

  @Override
  public void joinCard() {
    app.hosting().card(server.nameProperty().get(), server.secrecy().way(), this::showCard);
  }

  private void showCard(JoinCard card) {
    var view = new JoinCardView(card, app.hosting(), dialogs::close);
    User me = server.meProperty().get();
    boolean guest = me != null && me.role() == Role.GUEST;
    if (guest && app.hosting().setUpCodeAt(server.secrecy().way()) != null) {
      view.offerOwnership(doors::account);
    }
    dialogs.open(view, view::open);
  }

  @Override
  public void leaveServer() {
    app.leave(server);
  }

  @Override
  public void openSettings() {
    window.openSettings();
  }

  @Override
  public void openAdministration() {
    if (!server.administration().allowedProperty().get()) {
      return;
    }
    if (admin == null) {
      admin = AdminPages.of(server, times, dialogs, this::closeAdministration);
    }
    window.openAdministration(admin);
  }

  private void closeAdministration() {
    if (admin != null) {
      window.closeAdministration(admin);
    }
  }

  @Override
  public void openSwitcher() {
    window.openSwitcher();
  }

  @Override
  public String switcherKeys() {
    return window.switcherKeys();
  }

  /** Closes the people; when they are closed, takes the room for read. */
  boolean escape() {
    if (isOverview()) {
      server.overview().close();
      return true;
    }
    if (room.completes()) {
      return false; // It is the completion's.
    }
    return room.escape();
  }

  /** To where the new messages of this room begin, or to the first room that has some. */
  void toFirstUnread() {
    if (!room.toUnread()) {
      server.rooms().items().stream()
          .filter(RoomItem::calls)
          .findFirst()
          .ifPresent(server.rooms().selectedProperty()::set);
    }
  }

  /** The next region ({@code 1}) or the one before ({@code -1}) takes the keyboard. */
  void toRegion(int step) {
    Regions.go(regions(), step);
  }

  /** The first room on the screen takes the keyboard; going from room to room leaves it. */
  private void roomShown(@Nullable TimelineModel before, @Nullable TimelineModel now) {
    if (before == null && now != null) {
      toComposer();
    }
  }

  private List<Node> regions() {
    List<Node> regions = new ArrayList<>();
    regions.add(sidebar.keyboardTarget());
    regions.addAll(isOverview() ? overview.keyboardTargets() : room.keyboardTargets());
    return regions;
  }
}
