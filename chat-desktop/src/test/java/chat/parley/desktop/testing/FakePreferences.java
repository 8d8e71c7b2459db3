package chat.parley.desktop.testing;

import chat.parley.desktop.viewmodel.Account;
import chat.parley.desktop.viewmodel.Preferences;
import chat.parley.desktop.viewmodel.emoji.SkinTone;
import chat.parley.model.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings that last as long as the test. */
public final class FakePreferences implements Preferences {
  public final List<String> addresses = new ArrayList<>();
  public final List<Account> accounts = new ArrayList<>();
  public String name = "";

  public final Map<String, String> choices = new HashMap<>();

  private final Map<String, RoomId> rooms = new HashMap<>();
  private List<String> recentEmoji = List.of();
  private SkinTone skinTone = SkinTone.NONE;
  private Account last;

  @Override
  public List<String> addresses() {
    return List.copyOf(addresses);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Account> accounts() {
    return List.copyOf(accounts);
  }

  @Override
  public void loggedIn(Account account) {
    addresses.remove(account.address());
    addresses.addFirst(account.address());
    name = account.name();
    if (!accounts.contains(account)) {
      accounts.add(account);
    }
  }

  @Override
  public void loggedOut(Account account) {
    accounts.remove(account);
  }

  @Override
  public Account account(String address, String name) {
    var wanted = new Account(address, name);
    return accounts.stream().filter(wanted::isSame).findFirst().orElse(wanted);
  }

  @Override
  public void renamed(Account before, Account now) {
    accounts.replaceAll(account -> account.isSame(before) ? now : account);
    last = last != null && last.isSame(before) ? now : last;
    name = name.equals(before.name()) ? now.name() : name;
  }

  @Override
  public Account lastAccount() {
    return last;
  }

  @Override
  public void lastAccount(Account account) {
    last = account;
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
  public Optional<String> choice(String key) {
    return Optional.ofNullable(choices.get(key));
  }

  @Override
  public void choose(String key, String value) {
    choices.put(key, value);
  }

  @Override
  public List<String> recentEmoji() {
    return recentEmoji;
  }

  @Override
  public void recentEmoji(List<String> shortNames) {
    recentEmoji = List.copyOf(shortNames);
  }

  @Override
  public SkinTone skinTone() {
    return skinTone;
  }

  @Override
  public void skinTone(SkinTone now) {
    skinTone = now;
  }
}
