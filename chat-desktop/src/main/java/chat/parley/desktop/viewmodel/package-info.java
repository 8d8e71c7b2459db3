/**
 * What the window shows and can do, as observable state and actions; one model for each part of the
 * window. Start at {@link chat.parley.desktop.viewmodel.AppModel}.
 *
 * <p>No Nodes, no sockets, no SQL: the world is reached through {@code viewmodel.outside}. Every
 * method and every property is for the FX thread only, unless it says otherwise.
 */
@NullMarked
package chat.parley.desktop.viewmodel;

import org.jspecify.annotations.NullMarked;
