/**
 * The way to anywhere by a few letters. Start at {@link
 * chat.parley.desktop.view.switcher.SwitcherView}.
 */
@NullMarked
package chat.parley.desktop.view.switcher;

import org.jspecify.annotations.NullMarked;
