/** The server that this computer runs for its person and everybody near. */
@NullMarked
package chat.parley.desktop.viewmodel.hosting;

import org.jspecify.annotations.NullMarked;
