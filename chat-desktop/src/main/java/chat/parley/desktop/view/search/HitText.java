package chat.parley.desktop.view.search;

import chat.parley.desktop.view.emoji.EmojiView;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import chat.parley.desktop.viewmodel.search.Excerpt;
import chat.parley.model.SearchWords.Span;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text with its emoji as pictures, in which the words that were looked for are pointed out. */
final class HitText extends TextFlow {
  private static final EmojiScanner SCANNER = new EmojiScanner(EmojiCatalog.bundled());

  /** Lies behind the letters; only the flow knows where its lines break. */
  private final Path ground = new Path();

  /** Where the marks are, in characters of the flow: an emoji counts as one. */
  private final List<Span> marks = new ArrayList<>();

  HitText() {
    getStyleClass().add("hit-text");
    ground.getStyleClass().add("hit-ground");
    ground.setManaged(false);
    ground.setMouseTransparent(true);
    ground.setViewOrder(1);
  }

  void show(Excerpt excerpt) {
    marks.clear();
    getChildren().setAll(ground);
    String text = excerpt.text();
    int at = 0;
    for (Span mark : excerpt.marks()) {
      add(text.substring(at, mark.start()), "text");
      int start = length();
      add(text.substring(mark.start(), mark.end()), "hit-word");
      marks.add(new Span(start, length()));
      at = mark.end();
    }
    add(text.substring(at), "text");
  }

  private void add(String words, String kind) {
    SCANNER.scan(
        words, plain -> addWords(plain, kind), emoji -> getChildren().add(new EmojiView(emoji)));
  }

  private void addWords(String words, String kind) {
    for (String piece : RightToLeft.pieces(words)) {
      Text node = new Text(piece);
      node.getStyleClass().add(kind);
      getChildren().add(node);
    }
  }

  private int length() {
    return getManagedChildren().stream().mapToInt(HitText::lengthOf).sum();
  }

  private static int lengthOf(Node node) {
    return node instanceof Text text ? text.getText().length() : 1;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    ground.getElements().clear();
    for (Span mark : marks) {
      ground.getElements().addAll(getRangeShape(mark.start(), mark.end(), false));
    }
  }
}
