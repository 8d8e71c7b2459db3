/**
 * Who may do what: names, tokens, and the one question {@link chat.parley.server.access.Access}
 * answers for every way into the server.
 *
 * <p>No sockets and no SQL. Secrets are made and hashed here and leave only as a {@code Welcome}.
 */
@NullMarked
package chat.parley.server.access;

import org.jspecify.annotations.NullMarked;
