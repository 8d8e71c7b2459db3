package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.Account;
import chat.parley.desktop.viewmodel.Preferences;
import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import chat.parley.desktop.viewmodel.emoji.SkinTone;
import chat.parley.model.RoomId;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this person chose, in a text file that may be edited while the app is closed. What cannot be
 * read in it is as if it were not there: settings never keep the app from starting.
 */
public final class Settings implements Preferences {
  /** Addresses that are remembered. */
  private static final int ADDRESSES = 8;

  private static final Logger log = LoggerFactory.getLogger(Settings.class);

  private final Path file;
  private final Executor disk;
  private final String accountName;

  /** Guarded by this. */
  private final Properties values = new Properties();

  private Settings(Path file, Executor disk, String accountName) {
    this.file = file;
    this.disk = disk;
    this.accountName = accountName;
  }

  /**
   * @param disk does the writing, one after the other
   * @param accountName the name of the person's account on this computer
   */
  static Settings read(Path file, Executor disk, String accountName) {
    var settings = new Settings(file, disk, accountName);
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        settings.values.load(in);
      } catch (IOException | IllegalArgumentException e) {
        log.warn("The settings in {} cannot be read; starting with the usual ones.", file, e);
      }
    }
    return settings;
  }

  @Override
  public synchronized List<String> addresses() {
    var addresses = new ArrayList<String>();
    for (int i = 1; i <= ADDRESSES; i++) {
      String address = values.getProperty("address." + i, "").strip();
      if (!address.isEmpty()) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  @Override
  public synchronized String name() {
    return values.getProperty("name", accountName);
  }

  @Override
  public synchronized List<Account> accounts() {
    return list("account.");
  }

  private List<Account> list(String list) {
    var accounts = new ArrayList<Account>();
    for (int i = 1; values.containsKey(list + i + ".address"); i++) {
      accounts.add(account(list + i));
    }
    return accounts;
  }

  private Account account(String key) {
    String name = values.getProperty(key + ".name", "");
    return new Account(
        values.getProperty(key + ".address", ""), name, values.getProperty(key + ".kept", name));
  }

  private void account(String key, Account account) {
    values.setProperty(key + ".address", account.address());
    values.setProperty(key + ".name", account.name());
    if (account.keptAs().equals(account.name())) {
      values.remove(key + ".kept");
    } else {
      values.setProperty(key + ".kept", account.keptAs());
    }
  }

  @Override
  public synchronized void loggedIn(Account account) {
    var addresses = new ArrayList<String>(addresses());
    addresses.remove(account.address());
    addresses.addFirst(account.address());
    for (int i = 1; i <= Math.min(ADDRESSES, addresses.size()); i++) {
      values.setProperty("address." + i, addresses.get(i - 1));
    }
    values.setProperty("name", account.name());
    List<Account> accounts = accounts();
    if (accounts.stream().noneMatch(account::isSame)) {
      account("account." + (accounts.size() + 1), account);
    }
    remember(account);
    save();
  }

  @Override
  public synchronized void loggedOut(Account account) {
    put("account.", accounts().stream().filter(other -> !other.equals(account)).toList());
    save();
  }

  private void put(String list, List<Account> accounts) {
    values.keySet().removeIf(key -> key.toString().startsWith(list));
    for (int i = 1; i <= accounts.size(); i++) {
      account(list + i, accounts.get(i - 1));
    }
  }

  /** Everybody who is kept under another name than theirs, logged out ones too. */
  private List<Account> keptOtherwise() {
    return list("known.");
  }

  private void remember(Account account) {
    var known = new ArrayList<>(keptOtherwise());
    known.removeIf(
        other ->
            other.address().equals(account.address()) && other.keptAs().equals(account.keptAs()));
    if (!account.keptAs().equals(account.name())) {
      known.add(account);
    }
    put("known.", known);
  }

  @Override
  public synchronized Account account(String address, String name) {
    var wanted = new Account(address, name);
    var all = new ArrayList<>(accounts());
    all.addAll(keptOtherwise());
    return all.stream()
        .filter(wanted::isSame)
        .findFirst()
        .orElseGet(() -> new Account(address, name, unused(all, wanted)));
  }

  /** Under which nobody else is kept who is called otherwise by now. */
  private static String unused(List<Account> all, Account wanted) {
    String name = wanted.name();
    for (int i = 2; isUsed(all, wanted.address(), name); i++) {
      name = wanted.name() + "~" + i; // no name has this sign
    }
    return name;
  }

  private static boolean isUsed(List<Account> all, String address, String keptAs) {
    return all.stream()
        .anyMatch(
            other -> other.address().equals(address) && other.keptAs().equalsIgnoreCase(keptAs));
  }

  @Override
  public synchronized void renamed(Account before, Account now) {
    put(
        "account.",
        accounts().stream().map(account -> account.isSame(before) ? now : account).toList());
    Account last = lastAccount();
    if (last != null && last.isSame(before)) {
      account("last", now);
    }
    if (name().equalsIgnoreCase(before.name())) {
      values.setProperty("name", now.name());
    }
    remember(now);
    save();
  }

  @Override
  public synchronized @Nullable Account lastAccount() {
    return values.containsKey("last.address") ? account("last") : null;
  }

  @Override
  public synchronized void lastAccount(Account account) {
    account("last", account);
    save();
  }

  @Override
  public synchronized Optional<RoomId> lastRoom(String address) {
    try {
      return Optional.ofNullable(values.getProperty("room." + address)).map(RoomId::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized void lastRoom(String address, RoomId room) {
    values.setProperty("room." + address, room.value());
    save();
  }

  @Override
  public synchronized Optional<String> choice(String key) {
    return Optional.ofNullable(values.getProperty(key));
  }

  @Override
  public synchronized void choose(String key, String value) {
    values.setProperty(key, value);
    save();
  }

  @Override
  public synchronized List<String> recentEmoji() {
    String kept = values.getProperty("emoji.recent", "").strip();
    return kept.isEmpty() ? List.of() : List.of(kept.split(" +"));
  }

  @Override
  public synchronized void recentEmoji(List<String> shortNames) {
    values.setProperty("emoji.recent", String.join(" ", shortNames));
    save();
  }

  @Override
  public synchronized SkinTone skinTone() {
    String kept = values.getProperty("emoji.tone", "").toUpperCase(Locale.ROOT);
    for (SkinTone tone : SkinTone.values()) {
      if (tone.name().equals(kept)) {
        return tone;
      }
    }
    return SkinTone.NONE;
  }

  @Override
  public synchronized void skinTone(SkinTone tone) {
    values.setProperty("emoji.tone", tone.name().toLowerCase(Locale.ROOT));
    save();
  }

  synchronized AlertPreferences alerts() {
    return AlertValues.read(values);
  }

  synchronized void alerts(AlertPreferences chosen) {
    AlertValues.write(chosen, values);
    save();
  }

  /** Whether closing the window leaves the app running in the tray. */
  synchronized boolean closesToTray() {
    return Boolean.parseBoolean(values.getProperty("close.to.tray"));
  }

  synchronized void closesToTray(boolean chosen) {
    values.setProperty("close.to.tray", String.valueOf(chosen));
    save();
  }

  synchronized WindowPlace window() {
    return WindowPlace.parse(values.getProperty("window", ""));
  }

  synchronized void window(WindowPlace place) {
    values.setProperty("window", place.toString());
    save();
  }

  private void save() {
    var now = new Properties();
    now.putAll(values);
    disk.execute(() -> write(now));
  }

  private void write(Properties now) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer out = Files.newBufferedWriter(fresh)) {
        now.store(out, "Parley's settings");
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("The settings could not be written to {}.", file, e);
    }
  }
}
