/**
 * The text of a message on the screen: Markdown, code, emoji, links and calls by name. Start at
 * {@link chat.parley.desktop.view.body.MessageBody}.
 *
 * <p>How a text is read is decided in {@code viewmodel.text}; here its pieces become Nodes.
 */
@NullMarked
package chat.parley.desktop.view.body;

import org.jspecify.annotations.NullMarked;
