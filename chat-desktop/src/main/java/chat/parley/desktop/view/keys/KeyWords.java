package chat.parley.desktop.view.keys;

import chat.parley.desktop.viewmodel.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/** Keys as they are written on the keyboard. */
public final class KeyWords {
  /** From so many keys on only the first and the last are named. */
  private static final int MANY = 3;

  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

  private KeyWords() {}

  public static String of(Shortcut shortcut) {
    List<KeyCombination> keys = shortcut.keys();
    return keys.size() < MANY
        ? String.join("  ", keys.stream().map(KeyWords::of).distinct().toList())
        : Texts.of("view.key.range", of(keys.getFirst()), of(keys.getLast()));
  }

  public static String of(KeyCombination keys) {
    List<String> parts = new ArrayList<>();
    if (held(keys.getShortcut())) {
      parts.add(MAC ? "\u2318" : Texts.of("view.key.ctrl"));
    }
    if (held(keys.getAlt())) {
      parts.add(MAC ? "\u2325" : Texts.of("view.key.alt"));
    }
    if (held(keys.getShift())) {
      parts.add(MAC ? "\u21E7" : Texts.of("view.key.shift"));
    }
    if (keys instanceof KeyCodeCombination combination) {
      parts.add(name(combination.getCode()));
    }
    return String.join(MAC ? "" : "+", parts);
  }

  private static boolean held(ModifierValue modifier) {
    return modifier == ModifierValue.DOWN;
  }

  private static String name(KeyCode code) {
    return switch (code) {
      case UP -> "\u2191";
      case DOWN -> "\u2193";
      case LEFT -> "\u2190";
      case RIGHT -> "\u2192";
      case COMMA -> ",";
      case SLASH -> "/";
      case OPEN_BRACKET -> "[";
      case CLOSE_BRACKET -> "]";
      case PLUS, EQUALS -> "+";
      case MINUS -> "-";
      case ESCAPE -> "Esc";
      default -> code.getName();
    };
  }
}
