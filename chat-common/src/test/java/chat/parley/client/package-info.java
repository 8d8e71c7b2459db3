/**
 * Tests of the client against small servers of their own, over real sockets: {@link
 * chat.parley.client.ScriptedServer} is played by the test step by step, {@link
 * chat.parley.client.LittleServer} keeps rooms and can be made to misbehave.
 */
@NullMarked
package chat.parley.client;

import org.jspecify.annotations.NullMarked;
