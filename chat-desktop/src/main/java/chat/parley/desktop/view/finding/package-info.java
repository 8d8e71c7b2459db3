/** The servers on the network as the first screen lists them, and why there may be none. */
@NullMarked
package chat.parley.desktop.view.finding;

import org.jspecify.annotations.NullMarked;
