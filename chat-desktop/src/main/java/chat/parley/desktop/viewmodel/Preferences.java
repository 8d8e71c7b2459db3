package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.emoji.SkinTone;
import chat.parley.model.RoomId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this person chose, kept over restarts. Reading is from memory; writing returns at once and
 * reaches the disk soon. For any thread.
 */
public interface Preferences {
  /** Addresses that worked, the latest first. */
  List<String> addresses();

  /** The name last used, or the one of the account on this computer. */
  String name();

  /** Where to be connected without asking, in the order in which I came there. */
  List<Account> accounts();

  /** Is one of {@link #accounts()} from now on. */
  void loggedIn(Account account);

  /** Is none of {@link #accounts()} any more. */
  void loggedOut(Account account);

  /**
   * Who that is: somebody who was called otherwise before, or somebody new, even where the name was
   * once that of another one.
   */
  Account account(String address, String name);

  /** The same person is called otherwise now, here and wherever the name is remembered. */
  void renamed(Account before, Account now);

  /** The one that was on the screen last; null when that is not known. */
  @Nullable Account lastAccount();

  void lastAccount(Account account);

  Optional<RoomId> lastRoom(String address);

  void lastRoom(String address, RoomId room);

  /** What was chosen under that name, as text; empty when nothing was. */
  Optional<String> choice(String key);

  /** Short names of the emoji used last, the last first. */
  List<String> recentEmoji();

  void recentEmoji(List<String> shortNames);

  SkinTone skinTone();

  void skinTone(SkinTone tone);

  void choose(String key, String value);
}
