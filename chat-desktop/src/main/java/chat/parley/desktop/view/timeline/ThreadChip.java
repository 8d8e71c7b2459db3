package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.ThreadSummary;
import chat.parley.model.UserId;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How much is talked under a message, and whether I have seen it; opens the thread. */
final class ThreadChip extends Button {
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final int MOST_FACES = 3;

  ThreadChip(ThreadSummary thread, Times times, RowActions actions, Runnable open) {
    getStyleClass().addAll("chip", "thread-chip");
    setOnAction(event -> open.run());
    HBox line = new HBox();
    line.getStyleClass().add("thread-content");
    for (UserId user : thread.by().stream().limit(MOST_FACES).toList()) {
      Avatar face = new Avatar("tiny");
      face.show(user, actions.nameOf(user));
      line.getChildren().add(face);
    }
    line.getChildren()
        .add(Controls.label(Texts.of("view.thread.replies", thread.count()), "thread-count"));
    if (thread.lastAt() != 0) {
      Label last =
          Controls.label(
              Texts.of("view.thread.last", times.recent(thread.lastAt())), "thread-last");
      line.getChildren().add(last);
    }
    if (thread.unread()) {
      Region dot = new Region();
      dot.getStyleClass().add("thread-dot");
      line.getChildren().add(dot);
    }
    setGraphic(line);
    pseudoClassStateChanged(UNREAD, thread.unread());
    String spoken = Texts.of("view.thread.replies", thread.count());
    setAccessibleText(thread.unread() ? Texts.of("view.thread.spoken.unread", spoken) : spoken);
  }
}
