/**
 * What differs by system: notifications, tray, sound, the icon's badge, starting with the computer,
 * and how long nobody has touched it. Start at {@link chat.parley.desktop.platform.Facilities},
 * which says what this computer has.
 *
 * <p>Knows nothing of chat. Nothing here runs on the FX thread or waits for it, unless a method
 * says so; what a system lacks is an empty answer or an {@code IOException}, never a crash.
 */
@NullMarked
package chat.parley.desktop.platform;

import org.jspecify.annotations.NullMarked;
