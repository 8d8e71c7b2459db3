/**
 * Finds where to go by a few letters: rooms, people and commands. Start at {@link
 * chat.parley.desktop.viewmodel.switcher.SwitcherModel}.
 */
@NullMarked
package chat.parley.desktop.viewmodel.switcher;

import org.jspecify.annotations.NullMarked;
