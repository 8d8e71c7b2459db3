/**
 * Threads for work that must not hold up those who chat. What the work is, others know: this
 * package needs nothing of the server.
 */
@NullMarked
package chat.parley.server.threads;

import org.jspecify.annotations.NullMarked;
