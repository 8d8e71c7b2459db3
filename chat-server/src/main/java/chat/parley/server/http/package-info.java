/**
 * What a browser or a monitoring program gets on the one port: the whole client for browsers, a
 * page that says what this is and how to join, and the state of health.
 *
 * <p>Answers requests that the front door has read; never sees a socket. Start at {@link
 * chat.parley.server.http.Pages}.
 */
@NullMarked
package chat.parley.server.http;

import org.jspecify.annotations.NullMarked;
