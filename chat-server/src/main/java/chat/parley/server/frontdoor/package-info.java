/**
 * The one port: an accept loop, a virtual thread per connection with blocking reads, caps and
 * deadlines before anything else, then WebSocket through Java-WebSocket's engine or plain HTTP
 * through HttpCore's.
 *
 * <p>Knows bytes and frames, not rooms or people: what is said goes to a {@link
 * chat.parley.server.session.Conversation}, what a browser asks to a {@link
 * chat.parley.server.frontdoor.HttpHandler}. Start at {@link
 * chat.parley.server.frontdoor.FrontDoor}, then {@link chat.parley.server.frontdoor.Connection}.
 */
@NullMarked
package chat.parley.server.frontdoor;

import org.jspecify.annotations.NullMarked;
