/**
 * Loads a server from outside, over the wire, and says what it did: a program for people who
 * measure, started by {@code ./parley bench}.
 *
 * <p>Knows the server as any client does; what it costs is read from the operating system. Start at
 * {@link chat.parley.bench.Main}; each {@link chat.parley.bench.Shape} is one kind of load.
 */
@NullMarked
package chat.parley.bench;

import org.jspecify.annotations.NullMarked;
