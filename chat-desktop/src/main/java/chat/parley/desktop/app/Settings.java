package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.Preferences;
import chat.parley.desktop.viewmodel.Theme;
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
  public synchronized boolean stayLoggedIn() {
    return Boolean.parseBoolean(values.getProperty("logged.in")) && !addresses().isEmpty();
  }

  @Override
  public synchronized void loggedIn(String address, String name) {
    var addresses = new ArrayList<String>(addresses());
    addresses.remove(address);
    addresses.addFirst(address);
    for (int i = 1; i <= Math.min(ADDRESSES, addresses.size()); i++) {
      values.setProperty("address." + i, addresses.get(i - 1));
    }
    values.setProperty("name", name);
    values.setProperty("logged.in", "true");
    save();
  }

  @Override
  public synchronized void loggedOut() {
    values.setProperty("logged.in", "false");
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
  public synchronized Theme theme() {
    String kept = values.getProperty("theme", "").toUpperCase(Locale.ROOT);
    for (Theme theme : Theme.values()) {
      if (theme.name().equals(kept)) {
        return theme;
      }
    }
    return Theme.SYSTEM;
  }

  @Override
  public synchronized void theme(Theme theme) {
    values.setProperty("theme", theme.name().toLowerCase(Locale.ROOT));
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
