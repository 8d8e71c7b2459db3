package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.viewmodel.KeepModel.Level;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What can be done with a room in the sidebar, and with a heading. */
final class RoomMenu {
  private final ServerModel server;
  private final Doors doors;
  private final ContextMenu popup = new ContextMenu();

  RoomMenu(ServerModel server, Doors doors) {
    this.server = server;
    this.doors = doors;
  }

  /** With all that can be done with that room now. */
  ContextMenu of(RoomItem room) {
    boolean favourite = room.wishProperty().get().favourite();
    boolean muted = room.mutedProperty().get();
    popup.getItems().clear();
    if (room.unreadProperty().get() > 0) {
      add("view.room.markRead", () -> server.rooms().markRead(room));
    }
    add("view.room.ownWindow", () -> doors.ownWindow(room));
    popup.getItems().add(new SeparatorMenuItem());
    add(
        favourite ? "view.room.unfavourite" : "view.room.favourite",
        () -> server.sidebar().favourite(room, !favourite));
    popup.getItems().add(sections(room));
    if (server.sidebar().canStep(room, -1)) {
      add("view.room.up", () -> server.sidebar().step(room, -1));
    }
    if (server.sidebar().canStep(room, 1)) {
      add("view.room.down", () -> server.sidebar().step(room, 1));
    }
    add(
        muted ? "view.room.unmute" : "view.room.mute",
        () -> server.keeps().wish(room.id(), room.wishProperty().get().muted(!muted)));
    popup.getItems().add(levels(room));
    popup.getItems().add(new SeparatorMenuItem());
    add("view.room.details", () -> doors.details(room));
    if (room.isDirect()) {
      add("view.room.hide", () -> server.rooms().hide(room));
    } else {
      add("view.room.copyLink", () -> copy(server.linkTo(room)));
      add("view.room.leave", () -> server.rooms().leave(room));
    }
    return popup;
  }

  /** With all that can be done with that heading now. */
  ContextMenu of(Heading heading) {
    popup.getItems().clear();
    add(
        heading.closed() ? "view.section.expand" : "view.section.collapse",
        () -> server.sidebar().toggle(heading));
    switch (heading.id()) {
      case Heading.ROOMS -> add("view.addRoom", doors::addRoom);
      case Heading.DIRECT -> add("view.newDirect", doors::newDirect);
      default -> {}
    }
    if (server.sidebar().isOrdered(heading)) {
      add("view.section.byName", () -> server.sidebar().orderByName(heading));
    }
    add("view.section.new", () -> doors.newSection(null));
    if (heading.own()) {
      popup.getItems().add(new SeparatorMenuItem());
      add("view.section.rename", () -> doors.renameSection(heading));
      if (server.sidebar().canShift(heading.id(), -1)) {
        add("view.section.up", () -> server.sidebar().shift(heading.id(), -1));
      }
      if (server.sidebar().canShift(heading.id(), 1)) {
        add("view.section.down", () -> server.sidebar().shift(heading.id(), 1));
      }
      add("view.section.delete", () -> server.sidebar().delete(heading.id()));
    }
    return popup;
  }

  private Menu sections(RoomItem room) {
    Menu menu = new Menu(Texts.of("view.room.move"));
    String here = server.sidebar().headingOf(room);
    for (Heading heading : server.sidebar().headingsFor(room)) {
      RadioMenuItem item = new RadioMenuItem(heading.name());
      item.setSelected(heading.id().equals(here));
      item.setOnAction(event -> server.sidebar().move(room, heading.id()));
      menu.getItems().add(item);
    }
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            item(Texts.of("view.section.new"), () -> doors.newSection(room)));
    return menu;
  }

  private Menu levels(RoomItem room) {
    Menu menu = new Menu(Texts.of("view.room.level"));
    for (Level level : List.of(Level.ALL, Level.MENTIONS, Level.NONE)) {
      RadioMenuItem item =
          new RadioMenuItem(
              Texts.of(
                  switch (level) {
                    case ALL -> "view.room.level.all";
                    case MENTIONS -> "view.room.level.mentions";
                    case NONE -> "view.room.level.none";
                  }));
      item.setSelected(room.levelProperty().get() == level);
      item.setOnAction(
          event -> server.keeps().wish(room.id(), room.wishProperty().get().level(level)));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void add(String key, Runnable action) {
    popup.getItems().add(item(Texts.of(key), action));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
