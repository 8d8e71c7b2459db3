/**
 * The emoji there are: their names, skin tones and words to find them by, and where they stand in a
 * text. Start at {@link chat.parley.desktop.viewmodel.emoji.EmojiCatalog}.
 *
 * <p>No images here: those belong to the views.
 */
@NullMarked
package chat.parley.desktop.viewmodel.emoji;

import org.jspecify.annotations.NullMarked;
