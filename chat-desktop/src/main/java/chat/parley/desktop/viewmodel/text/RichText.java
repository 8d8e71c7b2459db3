package chat.parley.desktop.viewmodel.text;

import chat.parley.desktop.viewmodel.text.Block.Paragraph;
import java.util.List;

/**
 * A message as it is shown.
 *
 * @param cut whether blocks are only the beginning, since all would be more than anybody reads in a
 *     row of a timeline
 */
public record RichText(List<Block> blocks, boolean cut) {
  /** More emoji than this are a text of emoji, and small. */
  private static final int MOST_LARGE = 3;

  public RichText {
    blocks = List.copyOf(blocks);
  }

  /** Whether it is one to three emoji and nothing else; they are shown large. */
  public boolean emojiOnly() {
    if (blocks.size() != 1
        || !(blocks.getFirst() instanceof Paragraph(List<Inline> inlines))
        || inlines.size() > 2 * MOST_LARGE) {
      return false;
    }
    int signs = 0;
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Sign _ -> signs++;
        case Inline.Words(String text, Style _) when text.isBlank() -> {}
        case Inline.Words _, Inline.Code _ -> {
          return false;
        }
      }
    }
    return signs >= 1 && signs <= MOST_LARGE;
  }
}
