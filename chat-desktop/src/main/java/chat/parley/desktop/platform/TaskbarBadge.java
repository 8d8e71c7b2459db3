package chat.parley.desktop.platform;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.Taskbar;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dock of macOS and the launchers of Linux that count. */
record TaskbarBadge(Executor thread) implements DockBadge {
  private static final Logger log = LoggerFactory.getLogger(TaskbarBadge.class);

  @Override
  public void show(String text) {
    thread.execute(() -> set(text));
  }

  private static void set(String text) {
    try {
      if (GraphicsEnvironment.isHeadless() || !Taskbar.isTaskbarSupported()) {
        return;
      }
      Taskbar taskbar = Taskbar.getTaskbar();
      if (taskbar.isSupported(Taskbar.Feature.ICON_BADGE_TEXT)) {
        taskbar.setIconBadge(text.isEmpty() ? null : text);
      } else if (taskbar.isSupported(Taskbar.Feature.ICON_BADGE_NUMBER)) {
        String digits = text.replaceAll("\\D", "");
        taskbar.setIconBadge(digits.isEmpty() ? null : digits);
      }
    } catch (AWTError | UnsupportedOperationException | SecurityException | LinkageError e) {
      log.warn("The number on the icon cannot be shown.", e);
    }
  }
}
