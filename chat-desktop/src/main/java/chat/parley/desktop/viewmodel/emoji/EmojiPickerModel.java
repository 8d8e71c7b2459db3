package chat.parley.desktop.viewmodel.emoji;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.emoji.PickerRow.Signs;
import chat.parley.desktop.viewmodel.emoji.PickerRow.Title;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The choice of an emoji: all in rows, or those that were searched for, one of them selected. */
public final class EmojiPickerModel {
  public static final int COLUMNS = 9;

  /** More than this many nobody looks through. */
  private static final int MOST_FOUND = 20 * COLUMNS;

  /** A place in the rows. */
  public record Place(int row, int column) {
    public static final Place NOWHERE = new Place(-1, -1);
  }

  private final EmojiModel emoji;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ObservableList<PickerRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Place> selected =
      new ReadOnlyObjectWrapper<>(this, "selected", Place.NOWHERE);
  private final Map<EmojiCategory, Integer> starts = new HashMap<>();

  public EmojiPickerModel(EmojiModel emoji) {
    this.emoji = emoji;
    query.addListener(_ -> fill());
    fill();
  }

  public EmojiModel emoji() {
    return emoji;
  }

  /** To be bound both ways to the field. */
  public StringProperty queryProperty() {
    return query;
  }

  public ObservableList<PickerRow> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<Place> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The selected emoji; null when nothing was found. */
  public @Nullable Emoji selectedEmoji() {
    return at(selected.get());
  }

  /** The row of a category's title; 0 while something is searched for. */
  public int startOf(EmojiCategory category) {
    return starts.getOrDefault(category, 0);
  }

  public void select(Place place) {
    if (at(place) != null) {
      selected.set(place);
    }
  }

  /** To the left or right, and on in the row before or after. */
  public void moveAcross(int step) {
    Place now = selected.get();
    Place beside = new Place(now.row(), now.column() + step);
    if (at(beside) != null) {
      selected.set(beside);
    } else {
      int row = nextRow(now.row(), step);
      if (row >= 0) {
        selected.set(new Place(row, step > 0 ? 0 : width(row) - 1));
      }
    }
  }

  public void moveRows(int step) {
    Place now = selected.get();
    int row = now.row();
    for (int i = 0; i < Math.abs(step); i++) {
      int next = nextRow(row, Integer.signum(step));
      row = next < 0 ? row : next;
    }
    if (row >= 0) {
      selected.set(new Place(row, Math.min(now.column(), width(row) - 1)));
    }
  }

  /** Brings the selection to the first of a category. */
  public void goTo(EmojiCategory category) {
    query.set("");
    select(new Place(startOf(category) + 1, 0));
  }

  private int nextRow(int from, int step) {
    for (int row = from + step; row >= 0 && row < rows.size(); row += step) {
      if (width(row) > 0) {
        return row;
      }
    }
    return -1;
  }

  private int width(int row) {
    return rows.get(row) instanceof Signs(List<Emoji> signs) ? signs.size() : 0;
  }

  private @Nullable Emoji at(Place place) {
    boolean there = place.row() >= 0 && place.row() < rows.size() && place.column() >= 0;
    return there && place.column() < width(place.row())
        ? ((Signs) rows.get(place.row())).emoji().get(place.column())
        : null;
  }

  private void fill() {
    List<PickerRow> now = new ArrayList<>();
    starts.clear();
    String wanted = query.get().strip();
    if (wanted.isEmpty()) {
      addSection(now, Texts.of("emoji.recent"), emoji.recent());
      for (EmojiCategory category : EmojiCategory.values()) {
        if (category != EmojiCategory.PARTS) {
          starts.put(category, now.size());
          addSection(now, nameOf(category), of(category));
        }
      }
    } else {
      addSection(now, Texts.of("emoji.found"), emoji.search().find(wanted, MOST_FOUND));
    }
    selected.set(Place.NOWHERE);
    rows.setAll(now);
    select(new Place(1, 0));
  }

  /** The name of a category as people read it. */
  public static String nameOf(EmojiCategory category) {
    return Texts.of("emoji." + category.name().toLowerCase(Locale.ROOT));
  }

  private List<Emoji> of(EmojiCategory category) {
    return emoji.catalog().all().stream().filter(one -> one.category() == category).toList();
  }

  private static void addSection(List<PickerRow> rows, String title, List<Emoji> emoji) {
    if (!emoji.isEmpty()) {
      rows.add(new Title(title));
      for (int from = 0; from < emoji.size(); from += COLUMNS) {
        rows.add(new Signs(emoji.subList(from, Math.min(from + COLUMNS, emoji.size()))));
      }
    }
  }
}
