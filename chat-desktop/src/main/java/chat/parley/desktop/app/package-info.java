/**
 * Starts the app and puts its parts together: settings, the cache on disk, the client, the window.
 * Start at {@link chat.parley.desktop.app.ParleyApp}.
 *
 * <p>Only wiring and keeping; what is shown is decided in {@code viewmodel} and drawn in {@code
 * view}.
 */
@NullMarked
package chat.parley.desktop.app;

import org.jspecify.annotations.NullMarked;
