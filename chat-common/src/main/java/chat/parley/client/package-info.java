/**
 * How to take part: {@link chat.parley.client.ParleyClient} keeps a person connected, resumes after
 * every break, and loses nothing on the way.
 *
 * <p>No JavaFX and no database: what must survive is kept by a {@link chat.parley.client.Journal}
 * that the app brings along. The desktop app, bots, the load generator and the tests all come in
 * through here.
 */
@NullMarked
package chat.parley.client;

import org.jspecify.annotations.NullMarked;
