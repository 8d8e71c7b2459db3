/**
 * The text of a message: from what was typed, which is Markdown, to blocks and pieces that a view
 * can show. Start at {@link chat.parley.desktop.viewmodel.text.RichTexts}.
 *
 * <p>Pure: the same text is always read the same way, in time that grows with its length.
 */
@NullMarked
package chat.parley.desktop.viewmodel.text;

import org.jspecify.annotations.NullMarked;
