/**
 * Emoji in colour on every system, and the window to choose one from. Start at {@link
 * chat.parley.desktop.view.emoji.EmojiView} to show one, at {@link
 * chat.parley.desktop.view.emoji.EmojiPicker} to ask for one.
 */
@NullMarked
package chat.parley.desktop.view.emoji;

import org.jspecify.annotations.NullMarked;
