package chat.parley.desktop.viewmodel.overview;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.model.UserId;

/** A row of a page over all rooms. Rows are values: a row that changes keeps its key. */
public sealed interface OverviewRow {
  /** Names the row for as long as it is shown; no two rows at a time have the same. */
  String key();

  /** Where it leads. */
  RoomItem room();

  /**
   * Stands over what is unread in a room.
   *
   * @param name of the room as in a sentence
   * @param unread how many messages
   * @param forMe how many of them are for me
   */
  record RoomHeading(RoomItem room, String name, long unread, long forMe) implements OverviewRow {
    @Override
    public String key() {
      return "room " + room.id();
    }
  }

  /**
   * A message.
   *
   * @param at epoch milliseconds of the server's clock
   * @param grouped whether it stands under the author's name of the row above
   * @param fresh whether I have not read it yet
   * @param veiled whether it is of somebody I block, and says nothing here
   */
  record Said(
      RoomItem room,
      long seq,
      UserId from,
      String name,
      long at,
      String body,
      boolean grouped,
      boolean mentionsMe,
      boolean fresh,
      boolean veiled)
      implements OverviewRow {
    @Override
    public String key() {
      return "message " + room.id() + " " + seq;
    }

    /** The place where it stands, without what it says and who does. */
    Said veil() {
      return new Said(room, seq, from, "", at, "", grouped, mentionsMe, fresh, true);
    }
  }

  /**
   * Stands for messages that are too many to be shown here.
   *
   * @param left how many
   */
  record More(RoomItem room, long left) implements OverviewRow {
    @Override
    public String key() {
      return "more " + room.id();
    }
  }
}
