package chat.parley.desktop.view.body;

import chat.parley.desktop.view.emoji.EmojiView;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.text.Inline;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.desktop.viewmodel.text.RoomNames;
import chat.parley.desktop.viewmodel.text.Style;
import chat.parley.model.SearchWords.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** Text that flows: words in their styles, emoji, links, and code with a ground of its own. */
final class ParagraphView extends SelectableFlow {
  private static final String CODE = "message-code";
  private static final String LINK = "message-link";

  /** Lies behind the code; only the flow knows where its lines break. */
  private final Path codeGround = new Path();

  private boolean hasCode;

  private final List<Node> links = new ArrayList<>();

  /** How many characters were added. */
  private int length;

  /**
   * @param found what is pointed out
   */
  ParagraphView(List<Span> found) {
    super(found);
    getStyleClass().add("message-paragraph");
    codeGround.getStyleClass().add("message-code-ground");
    codeGround.setManaged(false);
    codeGround.setMouseTransparent(true);
    codeGround.setViewOrder(FAR_BEHIND);
  }

  /** Answers what can be reached by keyboard: the links. */
  List<Node> show(List<Inline> inlines, MentionNames names, Consumer<String> openLink) {
    List<Node> nodes = new ArrayList<>();
    for (Inline inline : inlines) {
      int from = nodes.size();
      switch (inline) {
        case Inline.Words words -> addWords(nodes, words, names, openLink);
        case Inline.Code code -> {
          addText(nodes, code.text(), code.style(), CODE);
          hasCode = true;
        }
        case Inline.Sign sign -> {
          nodes.add(new EmojiView(sign.emoji()));
          length++;
        }
      }
      String link = inline.style().link();
      if (!link.isEmpty()) {
        lead(nodes.subList(from, nodes.size()), link, openLink);
      }
    }
    if (hasCode) {
      nodes.addFirst(codeGround);
    }
    setTexts(nodes);
    setNodeOrientation(sideOf(inlines));
    return links;
  }

  /** By keyboard the first of them is enough. */
  private void lead(List<Node> nodes, String address, Consumer<String> openLink) {
    nodes.forEach(node -> LinkAction.give(node, address, openLink));
    links.addAll(nodes.subList(0, Math.min(1, nodes.size())));
  }

  /** From which side that is read. */
  static NodeOrientation sideOf(List<Inline> inlines) {
    return RightToLeft.startsIn(words(inlines))
        ? NodeOrientation.RIGHT_TO_LEFT
        : NodeOrientation.LEFT_TO_RIGHT;
  }

  private static String words(List<Inline> inlines) {
    var words = new StringBuilder();
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Words some -> words.append(some.text());
        case Inline.Code code -> words.append(code.text());
        case Inline.Sign _ -> words.append(' ');
      }
    }
    return words.toString();
  }

  private void addWords(
      List<Node> nodes, Inline.Words words, MentionNames names, Consumer<String> openLink) {
    if (!words.style().link().isEmpty()) {
      addText(nodes, words.text(), words.style(), LINK);
      return;
    }
    for (RoomNames.Part part : names.rooms().split(words.text())) {
      if (part.address().isEmpty()) {
        addCalls(nodes, part.text(), words.style(), names);
      } else {
        int from = nodes.size();
        addText(nodes, part.text(), words.style(), LINK);
        lead(nodes.subList(from, nodes.size()), part.address(), openLink);
      }
    }
  }

  private void addCalls(List<Node> nodes, String text, Style style, MentionNames names) {
    if (!MentionNames.mayCall(text)) {
      addText(nodes, text, style, "message-text");
      return;
    }
    for (MentionNames.Part part : names.split(text)) {
      String kind =
          switch (part.call()) {
            case NOBODY -> "message-text";
            case ME -> "message-mention";
            case SOMEBODY -> "message-call";
          };
      addText(nodes, part.text(), style, kind);
    }
  }

  private void addText(List<Node> nodes, String text, Style style, String kind) {
    for (String piece : RightToLeft.pieces(text)) {
      List<Text> parts = cut(piece, length);
      parts.forEach(part -> dress(part, style, kind));
      nodes.addAll(parts);
      length += piece.length();
    }
  }

  private static void dress(Text node, Style style, String kind) {
    node.getStyleClass().add(kind);
    if (style.bold()) {
      node.getStyleClass().add("bold");
    }
    if (style.italic()) {
      node.getStyleClass().add("italic");
    }
    if (style.struck()) {
      node.getStyleClass().add("struck");
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (hasCode) {
      layOutCodeGround();
    }
  }

  private void layOutCodeGround() {
    codeGround.getElements().clear();
    int at = 0;
    for (Node node : getManagedChildren()) {
      int length = lengthOf(node);
      if (node.getStyleClass().contains(CODE)) {
        codeGround.getElements().addAll(shape(at, at + length, false));
      }
      at += length;
    }
  }
}
