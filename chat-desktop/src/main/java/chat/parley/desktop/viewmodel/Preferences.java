package chat.parley.desktop.viewmodel;

import chat.parley.model.RoomId;
import java.util.List;
import java.util.Optional;

/**
 * What this person chose, kept over restarts. Reading is from memory; writing returns at once and
 * reaches the disk soon. For any thread.
 */
public interface Preferences {
  /** Addresses that worked, the latest first. */
  List<String> addresses();

  /** The name last used, or the one of the account on this computer. */
  String name();

  /** Whether to go straight in, as {@link #name()} on the first of {@link #addresses()}. */
  boolean stayLoggedIn();

  void loggedIn(String address, String name);

  void loggedOut();

  Optional<RoomId> lastRoom(String address);

  void lastRoom(String address, RoomId room);

  Theme theme();

  void theme(Theme theme);
}
