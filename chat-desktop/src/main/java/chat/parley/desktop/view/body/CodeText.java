package chat.parley.desktop.view.body;

import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.text.code.Highlighter;
import chat.parley.desktop.viewmodel.text.code.Token;
import chat.parley.model.SearchWords.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** A few lines of code in their colours, one under the other. */
final class CodeText extends SelectableFlow {
  /**
   * @param found what is pointed out
   */
  CodeText(String language, String code, List<Span> found) {
    super(found);
    getStyleClass().add("code-text");
    setMinWidth(0);
    List<Node> nodes = new ArrayList<>();
    int length = 0;
    for (List<Token> line : Highlighter.lines(language, code)) {
      if (!nodes.isEmpty()) {
        nodes.add(dressed(new Text("\n"), Token.Kind.PLAIN));
        length++;
      }
      for (Token token : line) {
        for (String piece : RightToLeft.pieces(token.text())) {
          cut(piece, length).forEach(part -> nodes.add(dressed(part, token.kind())));
          length += piece.length();
        }
      }
    }
    setTexts(nodes);
  }

  /** One line as Nodes. */
  static List<Node> line(List<Token> tokens) {
    List<Node> nodes = new ArrayList<>();
    for (Token token : tokens) {
      for (String piece : RightToLeft.pieces(token.text())) {
        nodes.add(dressed(new Text(piece), token.kind()));
      }
    }
    return nodes;
  }

  private static Text dressed(Text node, Token.Kind kind) {
    node.getStyleClass().addAll("code", "code-" + kind.name().toLowerCase(Locale.ROOT));
    return node;
  }
}
