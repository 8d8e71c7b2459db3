/** What a room is and who may change what of it, and how a new one is made. */
@NullMarked
package chat.parley.desktop.viewmodel.room;

import org.jspecify.annotations.NullMarked;
