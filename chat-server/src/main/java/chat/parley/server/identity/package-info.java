/**
 * By which key a server is known: its own, made at the first start and kept, or one that the
 * operator brings along. Start at {@link chat.parley.server.identity.Identity}.
 *
 * <p>Knows files and certificates; never sees a socket.
 */
@NullMarked
package chat.parley.server.identity;

import org.jspecify.annotations.NullMarked;
