package chat.parley.desktop.viewmodel.files;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.RoomId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A picture that is looked at closely, and the pictures of its room before and after it. */
public final class ViewerModel {
  private final ReadOnlyObjectWrapper<RoomFile> shown;
  private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(this, "place");
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
  private final List<RoomFile> pictures;
  private final FilesModel files;
  private final RoomId room;

  /** What is older is not asked for yet. */
  private long asked;

  private boolean more = true;
  private boolean asking;

  /** What is newer and may not be known. */
  private final LookAhead ahead;

  /**
   * @param known pictures of the room without a hole between them, the oldest first
   * @param first which of them is looked at
   */
  public ViewerModel(FilesModel files, RoomId room, List<RoomFile> known, RoomFile first) {
    this.files = files;
    this.room = room;
    pictures = new ArrayList<>(known);
    if (!pictures.contains(first)) {
      pictures.add(first);
    }
    asked = pictures.getFirst().seq();
    shown = new ReadOnlyObjectWrapper<>(this, "shown", first);
    place.set(pictures.indexOf(first));
    count.set(pictures.size());
    ahead = new LookAhead(files, room, pictures.getLast().seq(), this::foundNewer);
    lookBack();
    lookAhead();
  }

  public ReadOnlyObjectProperty<RoomFile> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Its place among the pictures that are known; changes also when older ones are found. */
  public ReadOnlyIntegerProperty placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** How many pictures are known. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  public boolean hasPrevious() {
    return place.get() > 0;
  }

  public boolean hasNext() {
    return place.get() < pictures.size() - 1;
  }

  public DownloadModel download() {
    return files.download(shown.get().file());
  }

  public void previous() {
    if (hasPrevious()) {
      go(place.get() - 1);
    }
    lookBack();
  }

  public void next() {
    if (hasNext()) {
      go(place.get() + 1);
    }
    lookAhead();
  }

  private void go(int to) {
    shown.set(pictures.get(to));
    place.set(to);
  }

  /** Near the newest picture that is known, asks for those after it. */
  private void lookAhead() {
    if (place.get() >= pictures.size() - 2) {
      ahead.look();
    }
  }

  private void foundNewer(List<RoomFile> newer) {
    pictures.addAll(newer);
    count.set(pictures.size());
  }

  /** Near the oldest picture that is known, asks for those before it. */
  private void lookBack() {
    Seat seat = files.seat();
    if (place.get() > 1 || !more || asking || seat == null) {
      return;
    }
    long before = asked;
    asking = true;
    seat.await(
        seat.connection().files(room, before, FilesPageModel.PAGE),
        found -> {
          asking = false;
          more = found.more();
          List<RoomFile> older =
              FilesPageModel.files(found.messages()).stream()
                  .filter(file -> file.seq() < before && file.file().isPicture())
                  .toList();
          pictures.addAll(0, older);
          count.set(pictures.size());
          place.set(place.get() + older.size());
          if (found.messages().isEmpty()) {
            more = false;
          } else {
            asked = Math.min(before, found.messages().getFirst().seq());
            more = more && asked < before;
          }
          lookBack();
        },
        _ -> asking = false);
  }
}
