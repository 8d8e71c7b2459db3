package chat.parley.desktop.viewmodel.sidebar;

import chat.parley.desktop.viewmodel.RoomItem;

/** A line of the sidebar. Rows are values: equal ones are the same line. */
public sealed interface SidebarRow {
  /**
   * Stands over rooms, and can be closed over them.
   *
   * @param id of a section I made, or one of the usual headings
   * @param name what stands there
   * @param own whether I made it
   * @param closed whether only what calls is shown under it
   */
  record Heading(String id, String name, boolean own, boolean closed) implements SidebarRow {
    public static final String FAVOURITES = "favourites";
    public static final String ROOMS = "rooms";
    public static final String DIRECT = "direct";
  }

  /**
   * A room.
   *
   * @param heading the id of the heading it stands under
   */
  record RoomRow(RoomItem room, String heading) implements SidebarRow {}

  /**
   * Stands where no room is.
   *
   * @param heading the id of the heading it stands under
   * @param words what could be there
   * @param action what a click does; empty when a click does nothing
   */
  record Hint(String heading, String words, String action) implements SidebarRow {
    /** What a screen reader says of it. */
    public String spoken() {
      return action.isEmpty() ? words : words + ". " + action;
    }
  }
}
