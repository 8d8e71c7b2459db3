package chat.parley.desktop.viewmodel.text;

import java.util.List;

/** A part of a message that stands below the part before it. */
public sealed interface Block {
  record Paragraph(List<Inline> inlines) implements Block {
    public Paragraph {
      inlines = List.copyOf(inlines);
    }
  }

  /**
   * @param level 1 to 6
   */
  record Heading(int level, List<Inline> inlines) implements Block {
    public Heading {
      inlines = List.copyOf(inlines);
    }
  }

  /**
   * @param language as its author named it; empty when not
   * @param text without the last line break
   */
  record CodeBlock(String language, String text) implements Block {}

  record Quote(List<Block> blocks) implements Block {
    public Quote {
      blocks = List.copyOf(blocks);
    }
  }

  record Items(List<Item> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * An item of a list.
   *
   * @param marker what stands before it: a bullet, or a number with its full stop
   */
  record Item(String marker, List<Block> blocks) {
    public Item {
      blocks = List.copyOf(blocks);
    }
  }

  /** A line across. */
  record Rule() implements Block {}
}
