package chat.parley.desktop.view.dialog;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.model.UserId;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The ways from anywhere in a window to what opens over it or beside it. */
public interface Doors {
  /** To more rooms: those there are, and a new one. */
  void addRoom();

  /** To a conversation with some people. */
  void newDirect();

  /** To bringing people into the room that is shown. */
  void invite();

  /** To a new heading in the sidebar, for that room at once when one is given. */
  void newSection(@Nullable RoomItem room);

  void renameSection(Heading section);

  /** To who somebody is, beside the place where they stand. */
  void profile(UserId user, String name, Node beside);

  /** To how I am and what I say about myself. */
  void me(Node beside);

  void status();

  /** To my name, password and devices. */
  void account();

  /** To who else can know what is said here. */
  void secrecy();

  /** To what was reported in the room that is shown. */
  void reports();

  /** To what the room is, and what can be changed of it. */
  void details(RoomItem room);

  /** To a window that shows this room only. */
  void ownWindow(RoomItem room);
}
