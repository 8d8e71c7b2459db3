package chat.parley.desktop.viewmodel.text;

import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the texts of messages, and remembers what it has read lately. Not thread-safe: each owner
 * has one of its own.
 */
public final class RichTexts {
  private static final int MOST_KEPT = 256;

  /** Longer texts are rare, and would be most of what is kept. */
  private static final int LONGEST_KEPT = 4_096;

  private final EmojiScanner emoji;
  private final Map<String, RichText> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RichText> eldest) {
          return size() > MOST_KEPT;
        }
      };

  public RichTexts(EmojiScanner emoji) {
    this.emoji = emoji;
  }

  /** What is to be shown for a message that was written so. */
  public RichText read(String body) {
    if (PlainText.isPlain(body)) {
      return unmarked(body); // Quicker than to look whether it is remembered.
    }
    RichText known = kept.get(body);
    if (known == null) {
      known = beginning(body);
      if (body.length() <= LONGEST_KEPT) {
        kept.put(body, known);
      }
    }
    return known;
  }

  /** The same as text that can be selected. */
  public Passage passage(String body) {
    return Passage.of(read(body), body);
  }

  private RichText beginning(String body) {
    int end = Bearable.end(body);
    String shown = body.substring(0, end);
    RichText read = PlainText.isUnmarked(shown) ? unmarked(shown) : marked(shown);
    return end == body.length() ? read : new RichText(read.blocks(), true);
  }

  private RichText marked(String body) {
    Budget budget = new Budget();
    String apart = PlainLines.apart(body);
    List<Block> blocks = new BlockReader(apart, emoji, budget).read(ChatMarkdown.parse(apart));
    return new RichText(blocks, budget.isCut());
  }

  private RichText unmarked(String body) {
    int end = PlainText.endOfLines(body);
    PieceBuilder pieces = new PieceBuilder(emoji);
    pieces.words(body.substring(0, end), Style.PLAIN);
    return new RichText(List.of(new Block.Paragraph(pieces.done())), end < body.length());
  }
}
