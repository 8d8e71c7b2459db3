/**
 * The colours of code: which words of which language are what. Start at {@link
 * chat.parley.desktop.viewmodel.text.code.Highlighter}.
 *
 * <p>A reader of tables, not a compiler: what it cannot know it leaves plain.
 */
@NullMarked
package chat.parley.desktop.viewmodel.text.code;

import org.jspecify.annotations.NullMarked;
