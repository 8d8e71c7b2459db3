package chat.parley.desktop.viewmodel.text;

import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

/** Reads the blocks of one parsed text, as many as the budget allows. */
final class BlockReader {
  private final String source;
  private final EmojiScanner emoji;
  private final Budget budget;

  BlockReader(String source, EmojiScanner emoji, Budget budget) {
    this.source = source;
    this.emoji = emoji;
    this.budget = budget;
  }

  List<Block> read(Node parent) {
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!budget.block()) {
        break;
      }
      add(blocks, node);
    }
    return blocks;
  }

  private void add(List<Block> blocks, Node node) {
    switch (node) {
      case Paragraph paragraph -> addParagraph(blocks, paragraph);
      case Heading heading when isUnderlined(heading) -> addUnderlined(blocks, heading);
      case Heading heading ->
          blocks.add(new Block.Heading(heading.getLevel(), inlines().read(heading)));
      case FencedCodeBlock code -> blocks.add(code(code));
      case BlockQuote quote -> blocks.add(new Block.Quote(read(quote)));
      case ListBlock list -> blocks.add(items(list));
      case ThematicBreak _ -> blocks.add(new Block.Rule());
      // Whatever else there is was written, so it is shown: definitions of links for example.
      default -> addSource(blocks, node);
    }
  }

  private void addParagraph(List<Block> blocks, Paragraph paragraph) {
    InlineReader reader = inlines();
    if (paragraph.getParent() instanceof Document) {
      // People align lines with spaces; Markdown forgets them.
      reader.indent(paragraph.getSourceSpans().stream().map(this::indentOf).toList());
    }
    blocks.add(new Block.Paragraph(reader.read(paragraph)));
  }

  private int indentOf(SourceSpan line) {
    int from = line.getInputIndex() - line.getColumnIndex();
    int at = from;
    while (at < source.length() && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
      at++;
    }
    return at - from;
  }

  /** In a chat, a line of dashes under a line is a line of dashes. */
  private static boolean isUnderlined(Heading heading) {
    return heading.getSourceSpans().size() > 1;
  }

  private void addUnderlined(List<Block> blocks, Heading heading) {
    blocks.add(new Block.Paragraph(inlines().read(heading)));
    SourceSpan last = heading.getSourceSpans().getLast();
    if (heading.getLevel() == 2 && last.getLength() > 2) {
      blocks.add(new Block.Rule());
    } else {
      PieceBuilder pieces = new PieceBuilder(emoji);
      pieces.words(text(last), Style.PLAIN);
      blocks.add(new Block.Paragraph(pieces.done()));
    }
  }

  private static Block code(FencedCodeBlock code) {
    String info = code.getInfo() == null ? "" : code.getInfo().strip();
    int space = info.indexOf(' ');
    String literal = code.getLiteral();
    return new Block.CodeBlock(
        space < 0 ? info : info.substring(0, space),
        literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal);
  }

  private Block items(ListBlock list) {
    List<Block.Item> items = new ArrayList<>();
    OrderedList numbered = list instanceof OrderedList ordered ? ordered : null;
    long number =
        numbered == null || numbered.getMarkerStartNumber() == null
            ? 1
            : numbered.getMarkerStartNumber();
    for (Node item = list.getFirstChild(); item != null && budget.block(); item = item.getNext()) {
      String marker = list instanceof BulletList ? "•" : number + ".";
      items.add(new Block.Item(marker, read(item)));
      number++;
    }
    return new Block.Items(items);
  }

  private void addSource(List<Block> blocks, Node node) {
    PieceBuilder pieces = new PieceBuilder(emoji);
    for (SourceSpan span : node.getSourceSpans()) {
      pieces.words(text(span) + "\n", Style.PLAIN);
    }
    blocks.add(new Block.Paragraph(pieces.done()));
  }

  private String text(SourceSpan span) {
    return source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
  }

  private InlineReader inlines() {
    return new InlineReader(emoji, budget);
  }
}
