package chat.parley.desktop.viewmodel.files;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the pictures of a room after one, the next first. A server gives files only backwards from
 * a place, so the place is looked for: the end of the room, and when there is too much up to there,
 * one that is nearer.
 */
final class LookAhead {
  private static final long WIDTH = 512;

  private final FilesModel files;
  private final RoomId room;
  private final Consumer<List<RoomFile>> found;

  /** All pictures up to here are known. */
  private long known;

  /** The newest there is; 0 as long as nobody has asked. */
  private long newest;

  /** How far behind what is known the next question reaches. */
  private long width = WIDTH;

  private boolean asking;
  private boolean atEnd;

  /**
   * @param known up to which seq all pictures are known
   * @param found is given pictures without a hole after those that are known
   */
  LookAhead(FilesModel files, RoomId room, long known, Consumer<List<RoomFile>> found) {
    this.files = files;
    this.room = room;
    this.known = known;
    this.found = found;
  }

  /** Asks for more, unless that is being done or there is none. */
  void look() {
    Seat seat = files.seat();
    if (asking || atEnd || seat == null) {
      return;
    }
    asking = true;
    long before = known < newest ? known + 1 + width : 0;
    seat.await(
        seat.connection().files(room, before, FilesPageModel.PAGE),
        page -> {
          asking = false;
          take(page, before);
        },
        _ -> asking = false);
  }

  private void take(Event.Found page, long before) {
    List<Event.Message> newer =
        page.messages().stream().filter(message -> message.seq() > known).toList();
    boolean windowed = before != 0;
    boolean whole = newer.size() < page.messages().size() || !page.more() || windowed && width == 1;
    if (!windowed && !newer.isEmpty()) {
      newest = newer.getLast().seq();
    }
    if (!whole) {
      width = windowed ? width / 2 : WIDTH;
      look();
      return;
    }
    atEnd = !windowed;
    known = windowed ? before - 1 : known;
    List<RoomFile> pictures =
        FilesPageModel.files(newer).stream().filter(file -> file.file().isPicture()).toList();
    if (pictures.isEmpty()) {
      width *= 2;
      look();
    } else {
      found.accept(pictures);
    }
  }
}
