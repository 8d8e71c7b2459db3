/**
 * What is said: a {@link chat.parley.protocol.Command} goes to the server, an {@link
 * chat.parley.protocol.Event} comes from it, and {@link chat.parley.protocol.Codec} turns both into
 * JSON and back.
 *
 * <p>The JSON names live here and nowhere else. Nothing in this package touches a socket, a file or
 * a clock. docs/PROTOCOL.md tells the same in words; a test keeps the two together.
 */
@NullMarked
package chat.parley.protocol;

import org.jspecify.annotations.NullMarked;
