package chat.parley.desktop.view.message;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.LongFunction;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** What a message said, version by version, the newest first. */
public final class EditionsView extends VBox {
  private final Button close;

  private EditionsView(List<Event.Edition> editions, LongFunction<String> times, Runnable closing) {
    getStyleClass().addAll("dialog", "message-dialog");
    setMaxHeight(USE_PREF_SIZE);
    close = Controls.iconButton(Feather.X, Texts.of("view.close"), closing);
    HBox head =
        new HBox(
            Controls.label(Texts.of("view.editions.title"), "title"), Controls.spacer(), close);
    head.getStyleClass().add("dialog-head");
    VBox versions = new VBox();
    versions.getStyleClass().add("editions");
    for (Event.Edition edition : editions.reversed()) {
      versions.getChildren().add(version(edition, times, edition == editions.getLast()));
    }
    ScrollPane scroll = new ScrollPane(versions);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("quiet-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  private static VBox version(Event.Edition edition, LongFunction<String> times, boolean now) {
    String time = times.apply(edition.at());
    TextFlow words = new TextFlow();
    for (String piece : RightToLeft.pieces(edition.body())) {
      Text text = new Text(piece);
      text.getStyleClass().add("message-text");
      words.getChildren().add(text);
    }
    VBox box =
        new VBox(
            Controls.label(now ? Texts.of("view.editions.now", time) : time, "caption"), words);
    box.getStyleClass().add("edition");
    return box;
  }

  /**
   * @param times writes a moment, epoch milliseconds
   */
  public static void open(
      List<Event.Edition> editions, LongFunction<String> times, Dialogs dialogs) {
    EditionsView view = new EditionsView(editions, times, dialogs::close);
    dialogs.open(view, view.close::requestFocus);
  }
}
