/**
 * The live side of rooms: who is connected, presence, typing, and the fan-out of committed events.
 *
 * <p>Knows nothing of sockets (a {@link chat.parley.server.room.Recipient} takes frames) and has no
 * SQL. Never waits for a reader or the disk.
 */
@NullMarked
package chat.parley.server.room;

import org.jspecify.annotations.NullMarked;
