/**
 * Finding what was said, on the server or, without a connection, in what is kept here. Start at
 * {@link chat.parley.desktop.viewmodel.search.SearchModel}.
 */
@NullMarked
package chat.parley.desktop.viewmodel.search;

import org.jspecify.annotations.NullMarked;
