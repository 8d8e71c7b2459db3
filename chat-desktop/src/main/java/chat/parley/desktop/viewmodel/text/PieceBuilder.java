package chat.parley.desktop.viewmodel.text;

import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import java.util.ArrayList;
import java.util.List;

/** Joins pieces of the same style, so that there are few, and takes the emoji out of them. */
final class PieceBuilder {
  private final EmojiScanner emoji;
  private final List<Inline> pieces = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private Style style = Style.PLAIN;

  PieceBuilder(EmojiScanner emoji) {
    this.emoji = emoji;
  }

  void words(String text, Style now) {
    if (!now.equals(style)) {
      flush();
      style = now;
    }
    words.append(text);
  }

  void code(String text, Style now) {
    flush();
    pieces.add(new Inline.Code(text, now));
  }

  List<Inline> done() {
    flush();
    return pieces;
  }

  private void flush() {
    if (words.isEmpty()) {
      return;
    }
    String text = words.toString();
    words.setLength(0);
    if (EmojiScanner.mayHaveEmoji(text)) {
      emoji.scan(
          text,
          part -> pieces.add(new Inline.Words(part, style)),
          sign -> pieces.add(new Inline.Sign(sign, style)));
    } else {
      pieces.add(new Inline.Words(text, style));
    }
  }
}
