package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.RightToLeft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The one place where the body of a message becomes Nodes. */
final class MessageText {
  private static final String PLAIN = "message-text";
  private static final String MENTION = "message-mention";

  private MessageText() {}

  /**
   * Shows the body, with my name in another face where it is called with an @.
   *
   * @param myName empty to point out nothing
   */
  static void show(TextFlow flow, String body, String myName) {
    List<Node> now = flow.getChildren();
    // Most messages are one plain piece; a Node that is there already needs no new styles.
    if (myName.isEmpty()
        && now.size() == 1
        && now.getFirst() instanceof Text text
        && isPlain(text)
        && !RightToLeft.isIn(body)) {
      text.setText(body);
    } else {
      flow.getChildren().setAll(nodes(body, myName));
    }
  }

  private static List<Node> nodes(String body, String myName) {
    List<Node> nodes = new ArrayList<>();
    int from = 0;
    if (!myName.isEmpty()) {
      String call = "@" + myName.toLowerCase(Locale.ROOT);
      String lower = body.toLowerCase(Locale.ROOT);
      // Lower case can be longer than the text itself; then positions would not fit.
      int at = lower.length() == body.length() ? lower.indexOf(call) : -1;
      while (at >= 0) {
        int end = at + call.length();
        if (isWhole(body, end)) {
          add(nodes, body.substring(from, at), PLAIN);
          add(nodes, body.substring(at, end), MENTION);
          from = end;
        }
        at = lower.indexOf(call, end);
      }
    }
    add(nodes, body.substring(from), PLAIN);
    return nodes;
  }

  private static boolean isPlain(Text text) {
    return text.getStyleClass().contains(PLAIN);
  }

  private static boolean isWhole(String body, int end) {
    return end == body.length() || !Character.isLetterOrDigit(body.codePointAt(end));
  }

  private static void add(List<Node> nodes, String text, String styleClass) {
    if (!text.isEmpty()) {
      for (String piece : RightToLeft.pieces(text)) {
        Text node = new Text(piece);
        node.getStyleClass().add(styleClass);
        nodes.add(node);
      }
    }
  }
}
