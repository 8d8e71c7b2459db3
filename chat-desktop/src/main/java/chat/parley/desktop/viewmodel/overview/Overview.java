package chat.parley.desktop.viewmodel.overview;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.ObjLongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The pages over all rooms, and which of them is on the screen. While one is, no room is selected:
 * nothing is read that nobody sees.
 */
public final class Overview {
  /** What can be on the screen in place of a room. */
  public enum Page {
    UNREAD,
    MENTIONS
  }

  private final ReadOnlyObjectWrapper<@Nullable Page> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");
  private final RoomListModel rooms;
  private final ObjLongConsumer<RoomId> jump;
  private final UnreadPage unread;
  private final MentionsPage mentions;

  /** The room that the page took the place of. */
  private @Nullable RoomItem before;

  /**
   * @param jump shows the message of that seq in its room
   */
  public Overview(RoomListModel rooms, KeepModel keeps, ObjLongConsumer<RoomId> jump) {
    this.rooms = rooms;
    this.jump = jump;
    unread = new UnreadPage(rooms, keeps);
    mentions = new MentionsPage(rooms, keeps);
    rooms.selectedProperty().addListener((_, _, now) -> selected(now));
  }

  /** Null while a room is on the screen, or nothing. */
  public ReadOnlyObjectProperty<@Nullable Page> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public UnreadPage unread() {
    return unread;
  }

  public MentionsPage mentions() {
    return mentions;
  }

  /** Puts a page into the place of the room. */
  public void show(Page page) {
    if (page == shown.get()) {
      return;
    }
    if (shown.get() == null) {
      before = rooms.selectedProperty().get();
    }
    hidePages();
    shown.set(page);
    rooms.selectedProperty().set(null);
    switch (page) {
      case UNREAD -> unread.show();
      case MENTIONS -> mentions.show();
    }
  }

  /** Goes back to the room that was there before. */
  public void close() {
    RoomItem back = before;
    if (back == null || !rooms.items().contains(back)) {
      back = rooms.items().isEmpty() ? null : rooms.items().getFirst();
    }
    if (back != null) {
      open(back);
    }
  }

  /** Shows that room. */
  public void open(RoomItem room) {
    rooms.selectedProperty().set(room);
  }

  /** Shows what the row is about, in its room. */
  public void open(OverviewRow row) {
    switch (row) {
      case OverviewRow.RoomHeading heading -> open(heading.room());
      case OverviewRow.More more -> open(more.room());
      case OverviewRow.Said said -> jump.accept(said.room().id(), said.seq());
    }
  }

  private void selected(@Nullable RoomItem room) {
    if (room != null && shown.get() != null) {
      hidePages();
      shown.set(null);
    }
  }

  private void hidePages() {
    unread.hide();
    mentions.hide();
  }

  public void attach(Seat now) {
    unread.attach(now);
    mentions.attach(now);
  }

  public void detach() {
    shown.set(null);
    before = null;
    unread.detach();
    mentions.detach();
  }

  /** The connection is there: a moment to load what is missing. */
  public void onLive() {
    unread.onLive();
    mentions.onLive();
  }

  /** A room's numbers moved: what is too old is not shown any more. */
  public void onState() {
    mentions.layOutSoon();
  }

  public void onEvents(List<Event.RoomEvent> events) {
    mentions.onEvents(events);
  }
}
