/**
 * A virtual list for long logs: only the rows in sight exist, and what is being read stays where it
 * is whatever is added, taken away or grows elsewhere. Start at {@link
 * chat.parley.desktop.view.list.VirtualList}.
 *
 * <p>Knows nothing of messages: items, keys and rows come from outside. {@code Anchor} and {@code
 * Placement} are pure arithmetic. For the FX thread only.
 */
@NullMarked
package chat.parley.desktop.view.list;

import org.jspecify.annotations.NullMarked;
