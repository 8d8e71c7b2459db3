/**
 * What both ends need of WebSocket (RFC 6455) and TLS: {@link chat.parley.wire.GuardedDraft} is
 * Java-WebSocket's protocol engine with limits that hold before a byte is reserved for what a
 * stranger announces, {@link chat.parley.wire.KeyPrint} tells one server's key from another's.
 *
 * <p>Knows frames, not what is said in them, and never touches a socket.
 */
@NullMarked
package chat.parley.wire;

import org.jspecify.annotations.NullMarked;
