package chat.parley.desktop.platform;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.GraphicsEnvironment;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tray of Java's other window system. That one takes a moment to start and is started on a
 * thread that nobody waits for, once JavaFX runs: on macOS the first thread is JavaFX's.
 */
final class AwtTray implements Tray {
  private static final Logger log = LoggerFactory.getLogger(AwtTray.class);

  private final Executor thread;

  /** Whether it was looked for. On {@link #thread} only, as {@link #clicked} is. */
  private boolean looked;

  private Runnable clicked = () -> {};

  /** Written on {@link #thread} only. */
  private volatile @Nullable TrayIcon icon;

  /**
   * @param thread one thread; all that may start or wait for the other window system
   */
  AwtTray(Executor thread) {
    this.thread = thread;
  }

  @Override
  public void show(Pixels pixels, Menu menu, Present present) {
    thread.execute(
        () -> {
          TrayIcon shown = look(pixels);
          if (shown != null) {
            shown.setImage(image(pixels));
            shown.setToolTip(menu.tooltip());
            shown.setPopupMenu(popup(menu));
          }
          present.found(shown != null);
        });
  }

  /** The icon, put there at the first time; null where it cannot be. */
  private @Nullable TrayIcon look(Pixels pixels) {
    if (looked) {
      return icon;
    }
    looked = true;
    try {
      if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
        log.info("This system has no tray; Parley does without.");
        return null;
      }
      var fresh = new TrayIcon(image(pixels));
      fresh.setImageAutoSize(true);
      fresh.addActionListener(_ -> clicked.run());
      SystemTray.getSystemTray().add(fresh);
      icon = fresh;
    } catch (AWTException | AWTError | UnsupportedOperationException | LinkageError e) {
      log.warn("The tray icon cannot be shown; Parley does without.", e);
    }
    return icon;
  }

  private PopupMenu popup(Menu menu) {
    var popup = new PopupMenu();
    for (Entry entry : menu.entries()) {
      switch (entry) {
        case Action action -> {
          var item = new MenuItem(action.label());
          item.addActionListener(_ -> action.action().run());
          popup.add(item);
        }
        case Option option -> {
          var item = new CheckboxMenuItem(option.label(), option.holds());
          item.addItemListener(_ -> option.action().run());
          popup.add(item);
        }
        case Line _ -> popup.addSeparator();
      }
    }
    if (menu.entries().getFirst() instanceof Action first) {
      clicked = first.action();
    }
    return popup;
  }

  @Override
  public void balloon(Note note, Runnable onClick) throws IOException {
    TrayIcon shown = icon;
    if (shown == null) {
      throw new IOException("There is no tray icon to show a note at.");
    }
    thread.execute(
        () -> {
          clicked = onClick;
          shown.displayMessage(note.title(), note.text(), TrayIcon.MessageType.NONE);
        });
  }

  /** Takes the icon away: while it is there, the other window system keeps the program running. */
  @Override
  public void close() {
    thread.execute(
        () -> {
          if (icon != null) {
            SystemTray.getSystemTray().remove(icon);
            icon = null;
          }
        });
  }

  private static BufferedImage image(Pixels pixels) {
    int size = pixels.size();
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, size, size, pixels.argb(), 0, size);
    return image;
  }
}
