/**
 * The pages over all rooms that take the place of a room. Start at {@link
 * chat.parley.desktop.view.overview.OverviewView}.
 */
@NullMarked
package chat.parley.desktop.view.overview;

import org.jspecify.annotations.NullMarked;
