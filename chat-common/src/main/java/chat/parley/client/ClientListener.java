package chat.parley.client;

import chat.parley.model.Kept;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.util.List;

/**
 * Is told what happens, on the client's own thread, in order, after the journal has it. A listener
 * must be quick and must not throw; a screen hands over to its own thread.
 */
public interface ClientListener {
  void onLink(Link link);

  /** Who else may hear what is said; told anew for each connection. */
  void onSecrecy(Secrecy secrecy);

  /** Logged in; the rooms replace all that were known. */
  void onWelcome(Event.Welcome welcome);

  /** A room was joined, here or on another device, or its numbers changed. */
  void onRoom(RoomState room);

  void onRoomRemoved(RoomId room);

  /** The next events of a room's log, without a hole, never one twice. */
  void onEvents(RoomId room, List<Event.RoomEvent> events);

  /** All that is shown of this room is of another history: load it anew. */
  void onReset(RoomId room);

  void onReadMark(Event.ReadMark mark);

  /**
   * Something this person keeps is different now, here or on another device; a null value means it
   * was taken away.
   */
  void onKept(Kept kept);

  /** This person has another name or role. */
  void onSelf(User user);

  /** Those who run the server tell everybody something, or take it back: then its text is empty. */
  default void onAnnounced(Event.Announced announced) {}

  /** Those who run the server changed what it says about itself in a welcome. */
  default void onServer(Event.ServerInfo server) {}

  /** For those who see reports: so many of that room wait. */
  default void onReported(Event.Reported reported) {}

  void onPassing(Event.Passing passing);

  /** A message of this person moved on, or is gone from the outbox. */
  void onOutgoing(Outgoing message);
}
