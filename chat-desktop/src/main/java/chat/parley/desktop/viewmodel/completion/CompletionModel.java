package chat.parley.desktop.viewmodel.completion;

import chat.parley.desktop.viewmodel.DirectoryModel;
import chat.parley.desktop.viewmodel.PeopleModel;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.desktop.viewmodel.text.Edit;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is offered for the word somebody is writing; nothing most of the time. */
public final class CompletionModel {
  private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected");
  private final Suggestions source;
  private final DirectoryModel directory;
  private @Nullable Trigger trigger;
  private String text = "";
  private int caret;

  /** Where something was taken or turned down; nothing more is offered there. */
  private int done = -1;

  /**
   * @param people of the room that is written into
   * @param book everybody on the server
   * @param directory the rooms I could join, asked for when the first is meant
   */
  public CompletionModel(
      PeopleModel people,
      PeopleBook book,
      RoomListModel rooms,
      DirectoryModel directory,
      EmojiModel emoji) {
    this.directory = directory;
    source = new Suggestions(people, book, rooms, directory, emoji);
  }

  /** At most 8, the best first; empty when nothing is offered. */
  public ObservableList<Suggestion> suggestions() {
    return suggestions;
  }

  /** Which of them a key would take. */
  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  public boolean isOpen() {
    return !suggestions.isEmpty();
  }

  /** The text or the caret has changed. */
  public void look(String nowText, int nowCaret) {
    text = nowText;
    caret = Math.clamp(nowCaret, 0, nowText.length());
    Trigger now = Trigger.before(text, caret);
    if (now == null || now.start() != done) {
      done = -1;
    }
    trigger = now == null || now.start() == done ? null : now;
    show();
    if (trigger != null && trigger.kind() == Trigger.Kind.ROOM) {
      directory.once(this::show);
    }
  }

  private void show() {
    List<Suggestion> found = trigger == null ? List.of() : source.of(trigger);
    if (!found.equals(suggestions)) {
      selected.set(0);
      suggestions.setAll(found);
    }
  }

  /** Offers nothing more for this word. */
  public void close() {
    done = trigger == null ? -1 : trigger.start();
    trigger = null; // What the server lists from now on comes too late.
    suggestions.clear();
  }

  /** Goes round at both ends. */
  public void move(int step) {
    selected.set(Math.floorMod(selected.get() + step, suggestions.size()));
  }

  public void select(int index) {
    selected.set(index);
  }

  /** What is to be done to the text to take the selected one; null when there is none. */
  public @Nullable Edit accept() {
    if (trigger == null || suggestions.isEmpty()) {
      return null;
    }
    int start = trigger.start();
    String taken = suggestions.get(selected.get()).text();
    boolean spaced = caret < text.length() && Character.isWhitespace(text.charAt(caret));
    close();
    return Edit.replace(start, caret, spaced ? taken : taken + " ");
  }
}
