package chat.parley.client;

import chat.parley.model.Kept;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journal that works except where a test says otherwise. */
class BrokenJournal implements Journal {
  private final Journal sound;

  BrokenJournal(Journal sound) {
    this.sound = sound;
  }

  @Override
  public @Nullable Login login() {
    return sound.login();
  }

  @Override
  public void loggedIn(Login login) {
    sound.loggedIn(login);
  }

  @Override
  public void rooms(List<RoomState> rooms) {
    sound.rooms(rooms);
  }

  @Override
  public void room(RoomState room) {
    sound.room(room);
  }

  @Override
  public void roomRemoved(RoomId room) {
    sound.roomRemoved(room);
  }

  @Override
  public Map<RoomId, Long> cursors() {
    return sound.cursors();
  }

  @Override
  public void append(RoomId room, List<Event.RoomEvent> events) {
    sound.append(room, events);
  }

  @Override
  public void prepend(RoomId room, List<Event.RoomEvent> events) {
    sound.prepend(room, events);
  }

  @Override
  public void reset(RoomId room) {
    sound.reset(room);
  }

  @Override
  public Keeps keeps() {
    return sound.keeps();
  }

  @Override
  public void keep(long version, Kept kept) {
    sound.keep(version, kept);
  }

  @Override
  public List<Outgoing> outbox() {
    return sound.outbox();
  }

  @Override
  public void put(Outgoing message) {
    sound.put(message);
  }

  @Override
  public void remove(Nonce nonce) {
    sound.remove(nonce);
  }
}
