/**
 * Lets apps on the network find this server: answers those who ask by UDP, and is announced by
 * mDNS. Start at {@link chat.parley.server.discovery.Announcements}.
 *
 * <p>Says that the server is there; lets nobody in.
 */
@NullMarked
package chat.parley.server.discovery;

import org.jspecify.annotations.NullMarked;
