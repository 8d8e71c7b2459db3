/**
 * The way in for programs: {@link chat.parley.server.ParleyServer} starts and stops a server,
 * {@link chat.parley.server.Main} does so from the command line.
 *
 * <p>Only this package knows all the others; it wires them together and decides nothing else.
 */
@NullMarked
package chat.parley.server;

import org.jspecify.annotations.NullMarked;
