package chat.parley.desktop.view.message;

import chat.parley.desktop.view.emoji.EmojiPicker;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Lets a person choose an emoji to react by. */
@FunctionalInterface
public interface EmojiChoice {
  /** The ones that people react by most. */
  List<String> USUAL = List.of("👍", "❤️", "😂", "🎉", "😮", "😢", "🙏", "👀", "✅");

  /**
   * @param owner the choice opens next to it
   */
  void show(Node owner, Consumer<String> chosen);

  /** All there are. */
  static EmojiChoice of(EmojiModel emoji) {
    return (owner, chosen) -> EmojiPicker.show(owner, emoji, chosen);
  }
}
