package chat.parley.desktop.testing;

import chat.parley.desktop.viewmodel.Preferences;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings that last as long as the test. */
public final class FakePreferences implements Preferences {
  public final List<String> addresses = new ArrayList<>();
  public String name = "";

  private final Map<String, RoomId> rooms = new HashMap<>();
  private Theme theme = Theme.SYSTEM;
  private boolean loggedIn;

  @Override
  public List<String> addresses() {
    return List.copyOf(addresses);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean stayLoggedIn() {
    return loggedIn;
  }

  @Override
  public void loggedIn(String address, String who) {
    addresses.remove(address);
    addresses.addFirst(address);
    name = who;
    loggedIn = true;
  }

  @Override
  public void loggedOut() {
    loggedIn = false;
  }

  @Override
  public Optional<RoomId> lastRoom(String address) {
    return Optional.ofNullable(rooms.get(address));
  }

  @Override
  public void lastRoom(String address, RoomId room) {
    rooms.put(address, room);
  }

  @Override
  public Theme theme() {
    return theme;
  }

  @Override
  public void theme(Theme now) {
    theme = now;
  }
}
