/**
 * What exists: users, rooms, members, presence, and the ids that name them.
 *
 * <p>Plain records that check themselves when made. No JSON names, no SQL, no I/O; every other
 * package may use this one and it uses none. Start at {@link chat.parley.model.Room}.
 */
@NullMarked
package chat.parley.model;

import org.jspecify.annotations.NullMarked;
