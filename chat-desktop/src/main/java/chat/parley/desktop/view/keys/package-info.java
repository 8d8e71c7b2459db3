/**
 * What the keys do, in one table: the window goes by it, and the sheet of all keys shows it. Start
 * at {@link chat.parley.desktop.view.keys.KeyTable}.
 */
@NullMarked
package chat.parley.desktop.view.keys;

import org.jspecify.annotations.NullMarked;
