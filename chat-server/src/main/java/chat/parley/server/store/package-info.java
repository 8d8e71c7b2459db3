/**
 * What lasts: users, devices, rooms, memberships and each room's log.
 *
 * <p>Start at {@link chat.parley.server.store.Store}, then follow a write: SqliteStore, Committer,
 * Batch, Writer, Messages, EventLog, and back by Delivery.
 *
 * <p>All the SQL there is. One committer thread owns every write; seq is born in its transaction.
 * Readers never wait for it. Points at nothing but model and protocol; who wants to know of a
 * commit implements {@link chat.parley.server.store.CommitListener}.
 */
@NullMarked
package chat.parley.server.store;

import org.jspecify.annotations.NullMarked;
