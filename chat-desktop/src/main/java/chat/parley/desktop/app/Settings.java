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
    var accounts = new ArrayList<Account>();
    for (int i = 1; values.containsKey("account." + i + ".address"); i++) {
      accounts.add(account("account." + i));
    }
    return accounts;
  }

  private Account account(String key) {
    return new Account(
        values.getProperty(key + ".address", ""), values.getProperty(key + ".name", ""));
  }

  private void account(String key, Account account) {
    values.setProperty(key + ".address", account.address());
    values.setProperty(key + ".name", account.name());
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
    save();
  }

  @Override
  public synchronized void loggedOut(Account account) {
    List<Account> rest = accounts().stream().filter(other -> !other.equals(account)).toList();
    values.keySet().removeIf(key -> key.toString().startsWith("account."));
    for (int i = 1; i <= rest.size(); i++) {
      account("account." + i, rest.get(i - 1));
    }
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
