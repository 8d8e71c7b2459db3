/**
 * The room on the screen, around its messages: header, banner, composer, people and toasts. Start
 * at {@link chat.parley.desktop.view.room.RoomView}.
 */
@NullMarked
package chat.parley.desktop.view.room;

import org.jspecify.annotations.NullMarked;
