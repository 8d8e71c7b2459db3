package chat.parley.desktop.viewmodel.text;

import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import java.util.Iterator;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Reads the pieces of one paragraph. */
final class InlineReader {
  private final PieceBuilder pieces;
  private final Budget budget;
  private Iterator<Integer> indents = List.<Integer>of().iterator();

  InlineReader(EmojiScanner emoji, Budget budget) {
    pieces = new PieceBuilder(emoji);
    this.budget = budget;
  }

  /**
   * @param columns how far each line of the paragraph is from the left, in characters
   */
  void indent(List<Integer> columns) {
    indents = columns.iterator();
  }

  List<Inline> read(Node parent) {
    addIndent(Style.PLAIN);
    addAll(parent, Style.PLAIN);
    return pieces.done();
  }

  private boolean addAll(Node parent, Style style) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!budget.piece() || !add(node, style)) {
        return false;
      }
    }
    return true;
  }

  /** Answers false when there is no room for more. */
  private boolean add(Node node, Style style) {
    switch (node) {
      case Text text -> pieces.words(text.getLiteral(), style);
      case Code code -> pieces.code(code.getLiteral(), style);
      case HtmlInline html -> pieces.words(html.getLiteral(), style);
      case SoftLineBreak _ -> {
        return addBreak(style);
      }
      case HardLineBreak _ -> {
        return addBreak(style);
      }
      case StrongEmphasis strong -> {
        return addAll(strong, style.withBold());
      }
      case Emphasis emphasis -> {
        return addAll(emphasis, style.withItalic());
      }
      case Strikethrough struck -> {
        return addAll(struck, style.withStruck());
      }
      case Link link -> {
        return addLink(link, link.getDestination(), style);
      }
      case Image image -> {
        return addLink(image, image.getDestination(), style);
      }
      default -> {
        return addAll(node, style);
      }
    }
    return true;
  }

  private boolean addBreak(Style style) {
    pieces.words("\n", style);
    addIndent(style);
    return budget.line();
  }

  private void addIndent(Style style) {
    if (indents.hasNext()) {
      pieces.words(" ".repeat(indents.next()), style);
    }
  }

  private boolean addLink(Node node, String address, Style style) {
    boolean safe = Links.isSafe(address) || Links.isOurs(address);
    Style linked = safe ? style.withLink(address) : style;
    if (node.getFirstChild() == null) {
      pieces.words(Links.shown(address), linked);
      return true;
    }
    if (node.getFirstChild() instanceof Text text
        && text.getNext() == null
        && address.endsWith(text.getLiteral())) {
      pieces.words(Links.shown(text.getLiteral()), linked);
      return true;
    }
    boolean all = addAll(node, linked);
    if (!safe) {
      pieces.words(" (" + Links.shown(address) + ")", style);
    }
    return all;
  }
}
