/**
 * Pages over all rooms of a server: what I have not read, and where I am mentioned. Start at {@link
 * chat.parley.desktop.viewmodel.overview.Overview}.
 */
@NullMarked
package chat.parley.desktop.viewmodel.overview;

import org.jspecify.annotations.NullMarked;
