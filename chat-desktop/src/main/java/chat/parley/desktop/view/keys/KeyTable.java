package chat.parley.desktop.view.keys;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyEvent;

/** All the keys of the window. */
public final class KeyTable {
  private final List<Shortcut> shortcuts = new ArrayList<>();

  public void add(Shortcut... more) {
    shortcuts.addAll(List.of(more));
  }

  /** In the order in which they were added. */
  public List<Shortcut> shortcuts() {
    return List.copyOf(shortcuts);
  }

  /** Does what the keys stand for; answers whether they stand for anything. */
  public boolean pressed(KeyEvent event) {
    for (Shortcut shortcut : shortcuts) {
      for (int i = 0; i < shortcut.keys().size(); i++) {
        if (shortcut.keys().get(i).match(event)) {
          return shortcut.action().test(i);
        }
      }
    }
    return false;
  }
}
