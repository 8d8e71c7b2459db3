/**
 * What each command does: {@link chat.parley.server.command.Dispatch} and one small handler per
 * {@code Command}.
 *
 * <p>A handler asks access, calls the store, and answers. It runs on the connection's own thread
 * and never waits for another reader.
 */
@NullMarked
package chat.parley.server.command;

import org.jspecify.annotations.NullMarked;
