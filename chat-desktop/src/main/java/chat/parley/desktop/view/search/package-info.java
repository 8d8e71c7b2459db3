/**
 * Where messages are looked for, at the side of a room. Start at {@link
 * chat.parley.desktop.view.search.SearchView}.
 */
@NullMarked
package chat.parley.desktop.view.search;

import org.jspecify.annotations.NullMarked;
