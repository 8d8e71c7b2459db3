package chat.parley.desktop.view.list;

/**
 * What of a list can be read now.
 *
 * @param lastWhole the index of the last row whose lower edge is in sight; -1 for none
 * @param end whether that is the last row of all
 * @param nearEnd whether a new row would be followed, see {@link VirtualList#FOLLOWING}
 */
public record InSight(int lastWhole, boolean end, boolean nearEnd) {
  public static final InSight NOTHING = new InSight(-1, true, true);
}
