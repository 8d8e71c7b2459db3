package chat.parley.desktop.viewmodel.emoji;

import java.util.List;

/** A row of the picker. */
public sealed interface PickerRow {
  /** The name of what follows. */
  record Title(String text) implements PickerRow {}

  /** Emoji side by side. */
  record Signs(List<Emoji> emoji) implements PickerRow {
    public Signs {
      emoji = List.copyOf(emoji);
    }
  }
}
