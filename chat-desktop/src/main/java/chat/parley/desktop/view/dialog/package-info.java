/**
 * What opens over a window: forms, and cards beside what they are about. {@link
 * chat.parley.desktop.view.dialog.Doors} names all of them.
 */
@NullMarked
package chat.parley.desktop.view.dialog;

import org.jspecify.annotations.NullMarked;
