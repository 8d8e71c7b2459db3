/**
 * What is offered while somebody writes: people, rooms and emoji. Start at {@link
 * chat.parley.desktop.viewmodel.completion.CompletionModel}.
 */
@NullMarked
package chat.parley.desktop.viewmodel.completion;

import org.jspecify.annotations.NullMarked;
