package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.InSight;
import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.ThreadModel;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A message and what was said under it, as rows. */
public final class ThreadList extends StackPane {
  private final VirtualList<TimelineItem> list;
  private final TextSelection selection;
  private final ObservableValue<Boolean> windowFocused =
      sceneProperty()
          .flatMap(Scene::windowProperty)
          .flatMap(Window::focusedProperty)
          .orElse(Boolean.FALSE);
  private @Nullable ThreadModel model;

  ThreadList(RowContext context) {
    getStyleClass().add("thread-list");
    list = new VirtualList<>(new TimelineRows(context));
    list.setAccessibleText(Texts.of("view.thread"));
    list.setOnNearStart(this::loadOlder);
    list.setOnPlaced(this::placed);
    selection = new TextSelection(list, context.bodies().texts(), context.times());
    new SelectionInput(list, selection).listen();
    new RowInput(list, context.actions(), selection).listen();
    windowFocused.subscribe(this::tellWhatIsSeen);
    getChildren().add(list);
  }

  /** Null shows nothing. */
  public void show(@Nullable ThreadModel thread) {
    model = thread;
    selection.clear();
    list.setItems(thread == null ? FXCollections.observableArrayList() : thread.items());
  }

  public Node keyboardTarget() {
    return list;
  }

  /** What is selected of the messages here. */
  public TextSelection selection() {
    return selection;
  }

  void reveal(long seq) {
    if (model != null) {
      model.reveal(seq);
    }
  }

  private void loadOlder() {
    if (model != null) {
      model.loadOlder();
    }
  }

  private void placed() {
    tellWhatIsSeen();
    selection.show();
  }

  private void tellWhatIsSeen() {
    if (model == null || !windowFocused.getValue() || getScene() == null) {
      return;
    }
    InSight inSight = list.inSightProperty().get();
    List<TimelineItem> items = model.items();
    for (int i = Math.min(inSight.lastWhole(), items.size() - 1); i >= 0; i--) {
      long seq = TimelineModel.seqOf(items.get(i));
      if (seq > 0) {
        model.seen(seq);
        return;
      }
    }
  }
}
