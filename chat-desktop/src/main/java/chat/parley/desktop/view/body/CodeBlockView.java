package chat.parley.desktop.view.body;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.text.Block;
import chat.parley.model.SearchWords.Span;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A block of code with its colours; of a long one, the beginning until more is asked for. */
final class CodeBlockView extends StackPane {
  private static final int SHOWN_LINES = 20;

  /** So few more lines are no more trouble than a button that leads to them. */
  private static final int SPARE_LINES = 4;

  private final Block.CodeBlock code;
  private final List<Span> found;
  private final VBox column = new VBox();
  private final List<Node> targets = new ArrayList<>();
  private final int count;

  /**
   * @param found what is pointed out of the code, while not all of a long one is shown
   * @param copy puts the whole code into the clipboard
   */
  CodeBlockView(Block.CodeBlock code, List<Span> found, Runnable copy) {
    this.code = code;
    this.found = found;
    getStyleClass().add("message-code-block");
    setMinWidth(0);
    count = (int) code.text().chars().filter(c -> c == '\n').count() + 1;
    Button button = Controls.iconButton(Feather.COPY, Texts.of("view.body.copyCode"), copy);
    button.getStyleClass().addAll("row-tool", "copy-code");
    button.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    button.setFocusTraversable(false);
    setAlignment(button, Pos.TOP_RIGHT);
    targets.add(button);
    column.setMinWidth(0);
    getChildren().addAll(column, button);
    if (count > SHOWN_LINES + SPARE_LINES) {
      showBeginning();
    } else {
      column.getChildren().setAll(new CodeText(code.language(), code.text(), found));
    }
  }

  List<Node> targets() {
    return targets;
  }

  private void showBeginning() {
    int end = -1;
    for (int i = 0; i < SHOWN_LINES; i++) {
      end = code.text().indexOf('\n', end + 1);
    }
    CodeText beginning = new CodeText(code.language(), code.text().substring(0, end), found);
    column.getChildren().setAll(beginning, switchButton("view.body.allLines", this::showAll));
  }

  private void showAll() {
    Node lines = new LinesView(code.language(), code.text());
    column.getChildren().setAll(lines, switchButton("view.body.fewLines", this::showBeginning));
  }

  private Button switchButton(String words, Runnable action) {
    Button button = Controls.linkButton(Texts.of(words, count), action);
    button.setFocusTraversable(targets.getFirst().isFocusTraversable());
    targets.subList(1, targets.size()).clear();
    targets.add(button);
    return button;
  }
}
