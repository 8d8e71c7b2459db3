package chat.parley.desktop.view.body;

import chat.parley.desktop.viewmodel.text.code.Highlighter;
import chat.parley.desktop.viewmodel.text.code.Token;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** All lines of a long text in a box that scrolls; only those in sight are Nodes. */
final class LinesView extends ListView<List<Token>> {
  /**
   * @param language empty for a text that is no code
   */
  LinesView(String language, String text) {
    super(FXCollections.observableList(Highlighter.lines(language, text)));
    getStyleClass().add("lines-view");
    setFocusTraversable(false);
    setCellFactory(_ -> new LineCell());
  }

  private static final class LineCell extends ListCell<List<Token>> {
    private final TextFlow flow = new TextFlow();

    @Override
    protected void updateItem(@Nullable List<Token> line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
      } else {
        flow.getChildren().setAll(CodeText.line(line));
        setGraphic(flow);
      }
    }
  }
}
