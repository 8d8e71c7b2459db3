/** The servers that are on the network, and why there may be none. */
@NullMarked
package chat.parley.desktop.viewmodel.finding;

import org.jspecify.annotations.NullMarked;
