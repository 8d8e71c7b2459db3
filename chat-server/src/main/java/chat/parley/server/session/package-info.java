/**
 * One connection and who is on it.
 *
 * <p>Owns {@link chat.parley.server.session.Wire}, which the front door implements: a session never
 * sees a socket. Start at {@link chat.parley.server.session.Session}.
 */
@NullMarked
package chat.parley.server.session;

import org.jspecify.annotations.NullMarked;
