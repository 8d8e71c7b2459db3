package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.view.timeline.MessagePane;
import chat.parley.desktop.view.timeline.TextSelection;
import chat.parley.desktop.view.timeline.ThreadList;
import chat.parley.desktop.viewmodel.MessageModel;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import chat.parley.desktop.viewmodel.timeline.ThreadModel;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The thread at the side: a message, what was said under it, and where to say more. */
final class ThreadView extends VBox {
  private final ToggleButton follow = new ToggleButton();
  private final Label problem = Controls.folding(Controls.label("", "people-problem"));
  private final ThreadList list;
  private final ComposerView composer;
  private Subscription bound = Subscription.EMPTY;

  ThreadView(ServerModel server, RoomScreen screen, SettingsModel settings, MessagePane pane) {
    MessageModel messages = screen.messages();
    getStyleClass().addAll("side", "thread");
    setId("thread");
    follow.getStyleClass().add("header-toggle");
    follow.setId("thread-follow");
    follow.setOnAction(event -> setFollowed(messages.thread().shownProperty().get()));
    HBox head =
        new HBox(
            Controls.label(Texts.of("view.thread"), "heading"),
            Controls.spacer(),
            follow,
            Controls.iconButton(
                Feather.X, Texts.of("view.thread.close"), messages.thread()::close));
    head.getStyleClass().add("side-head");
    RightToLeft.fold(problem);
    list = pane.threadList(this::toComposer);
    composer =
        new ComposerView(
            messages.thread().composer(),
            screen.threadCompletion(),
            server.emoji(),
            pane.files(),
            settings.enterSendsProperty(),
            pages -> {});
    composer.keyboardTarget().setId("thread-composer");
    composer.setOnEditLast(messages::editLastInThread);
    CompletionList completion = composer.completionList();
    StackPane.setAlignment(completion, Pos.BOTTOM_LEFT);
    StackPane over = new StackPane(list, completion);
    VBox.setVgrow(over, Priority.ALWAYS);
    Label hint = Controls.label(Texts.of("view.thread.hint"), "thread-hint");
    ReadOnlyStringProperty closed = screen.details().threadsClosedBecauseProperty();
    ClosedLine line = new ClosedLine(closed, screen, server.company());
    for (Node one : List.of(composer, hint)) {
      Controls.folding(one).visibleProperty().bind(closed.isEmpty());
    }
    getChildren().addAll(head, problem, over, composer, hint, line);
    messages.thread().shownProperty().subscribe(this::show);
  }

  void toComposer() {
    composer.keyboardTarget().requestFocus();
  }

  TextSelection selection() {
    return list.selection();
  }

  Node keyboardTarget() {
    return composer.isVisible() ? composer.keyboardTarget() : list.keyboardTarget();
  }

  private void show(@Nullable ThreadModel thread) {
    bound.unsubscribe();
    bound = Subscription.EMPTY;
    list.show(thread);
    if (thread != null) {
      bound =
          Subscription.combine(
              thread.followedProperty().subscribe(this::showFollowed),
              thread.problemProperty().subscribe(this::showProblem));
    }
  }

  private void setFollowed(@Nullable ThreadModel thread) {
    if (thread != null) {
      thread.follow(!thread.followedProperty().get());
      showFollowed(thread.followedProperty().get());
    }
  }

  private void showFollowed(boolean followed) {
    String does = Texts.of(followed ? "view.message.unfollow" : "view.message.follow");
    follow.setSelected(followed);
    follow.setGraphic(Icons.of(followed ? Feather.BELL : Feather.BELL_OFF));
    follow.setText(Texts.of(followed ? "view.thread.followed" : "view.thread.follow"));
    Tip.of(follow, () -> does);
    follow.setAccessibleText(does);
  }

  private void showProblem(String text) {
    problem.setText(text);
    problem.setVisible(!text.isEmpty());
  }
}
