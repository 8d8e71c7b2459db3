package chat.parley.desktop.view.room;

import chat.parley.desktop.viewmodel.completion.CompletionModel;
import chat.parley.desktop.viewmodel.text.Edit;
import chat.parley.desktop.viewmodel.text.Fences;
import chat.parley.desktop.viewmodel.text.MarkKeys;
import javafx.beans.value.ObservableValue;
import javafx.scene.TraversalDirection;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What keys mean while a message is written. */
final class ComposerKeys {
  /** What keys lead to. */
  interface Actions {
    void send();

    /** Edits what was said last; answers whether there is anything. */
    boolean editLast();

    /** No longer answers or edits; answers whether there was anything to stop. */
    boolean cancel();

    /** Scrolls the messages by so many views. */
    void page(int pages);
  }

  private final TextArea area;
  private final CompletionModel completion;
  private final ObservableValue<Boolean> enterSends;
  private final Actions actions;

  /**
   * @param enterSends else it takes Ctrl with it
   */
  ComposerKeys(
      TextArea area,
      CompletionModel completion,
      ObservableValue<Boolean> enterSends,
      Actions actions) {
    this.area = area;
    this.completion = completion;
    this.enterSends = enterSends;
    this.actions = actions;
  }

  void listen() {
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Puts the selected suggestion in the place of what was typed. */
  void accept() {
    apply(completion.accept());
  }

  private void pressed(KeyEvent event) {
    boolean taken = completion.isOpen() && completes(event) || marks(event) || writes(event);
    if (taken) {
      event.consume();
    }
  }

  private boolean completes(KeyEvent event) {
    if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    switch (event.getCode()) {
      case TAB, ENTER -> accept();
      case UP -> completion.move(-1);
      case DOWN -> completion.move(1);
      case ESCAPE -> completion.close();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean marks(KeyEvent event) {
    if (!event.isShortcutDown() || event.isShiftDown() || event.isAltDown()) {
      return false;
    }
    switch (event.getCode()) {
      case B -> mark(MarkKeys.BOLD);
      case I -> mark(MarkKeys.ITALIC);
      case E -> mark(MarkKeys.CODE);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean writes(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> {
        if (sends(event)) {
          actions.send();
        } else {
          area.replaceSelection("\n");
        }
      }
      case UP -> {
        return plain(event) && area.getText().isEmpty() && editsLast();
      }
      case ESCAPE -> {
        return actions.cancel();
      }
      case PAGE_UP -> actions.page(-1);
      case PAGE_DOWN -> actions.page(1);
      case TAB ->
          area.requestFocusTraversal(
              event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * The one place that knows which Enter sends and which breaks the line. A block of code that is
   * being written goes on.
   */
  private boolean sends(KeyEvent event) {
    boolean shortcut = event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
    if (!enterSends.getValue()) {
      return shortcut;
    }
    boolean inCode = Fences.isOpenAt(area.getText(), area.getCaretPosition());
    return plain(event) && !inCode || shortcut && inCode;
  }

  private static boolean plain(KeyEvent event) {
    return !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
  }

  private boolean editsLast() {
    boolean edits = actions.editLast();
    if (edits) {
      area.end();
    }
    return edits;
  }

  private void mark(MarkKeys marks) {
    IndexRange selected = area.getSelection();
    apply(marks.toggle(area.getText(), selected.getStart(), selected.getEnd()));
  }

  private void apply(@Nullable Edit edit) {
    if (edit != null) {
      area.replaceText(edit.start(), edit.end(), edit.text());
      area.selectRange(edit.selectFrom(), edit.selectTo());
    }
  }
}
