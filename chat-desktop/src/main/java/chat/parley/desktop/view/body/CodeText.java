package chat.parley.desktop.view.body;

import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.text.code.Highlighter;
import chat.parley.desktop.viewmodel.text.code.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** A few lines of code in their colours, one under the other. */
final class CodeText extends SelectableFlow {
  CodeText(String language, String code) {
    getStyleClass().add("code-text");
    setMinWidth(0);
    List<Node> nodes = new ArrayList<>();
    for (List<Token> line : Highlighter.lines(language, code)) {
      if (!nodes.isEmpty()) {
        nodes.add(text("\n", Token.Kind.PLAIN));
      }
      nodes.addAll(line(line));
    }
    getChildren().setAll(nodes);
  }

  /** One line as Nodes. */
  static List<Node> line(List<Token> tokens) {
    List<Node> nodes = new ArrayList<>();
    for (Token token : tokens) {
      for (String piece : RightToLeft.pieces(token.text())) {
        nodes.add(text(piece, token.kind()));
      }
    }
    return nodes;
  }

  private static Text text(String text, Token.Kind kind) {
    Text node = new Text(text);
    node.getStyleClass().addAll("code", "code-" + kind.name().toLowerCase(Locale.ROOT));
    return node;
  }
}
