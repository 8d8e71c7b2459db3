/**
 * What the view models ask of the world outside: the connection, the cache, the FX thread, the
 * person's settings. Small interfaces that the app fills in and tests fill in differently.
 *
 * <p>Nothing here implements anything.
 */
@NullMarked
package chat.parley.desktop.viewmodel.outside;

import org.jspecify.annotations.NullMarked;
