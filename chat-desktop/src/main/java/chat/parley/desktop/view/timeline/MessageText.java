package chat.parley.desktop.view.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** The one place where the body of a message becomes Nodes. */
final class MessageText {
  private MessageText() {}

  /**
   * The body as text, with my name in another face where it is called with an @.
   *
   * @param myName empty to point out nothing
   */
  static List<Node> nodes(String body, String myName) {
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
          add(nodes, body.substring(from, at), "message-text");
          add(nodes, body.substring(at, end), "message-mention");
          from = end;
        }
        at = lower.indexOf(call, end);
      }
    }
    add(nodes, body.substring(from), "message-text");
    return nodes;
  }

  private static boolean isWhole(String body, int end) {
    return end == body.length() || !Character.isLetterOrDigit(body.codePointAt(end));
  }

  private static void add(List<Node> nodes, String text, String styleClass) {
    if (!text.isEmpty()) {
      Text node = new Text(text);
      node.getStyleClass().add(styleClass);
      nodes.add(node);
    }
  }
}
