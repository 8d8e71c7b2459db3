/**
 * Files: the bytes that people send, from the first one that arrives to the last one that is thrown
 * away. Knows the store, which says what they belong to, and access; knows nothing of HTTP.
 */
@NullMarked
package chat.parley.server.file;

import org.jspecify.annotations.NullMarked;
