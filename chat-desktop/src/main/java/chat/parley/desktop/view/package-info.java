/**
 * The window: Nodes, and the stylesheets that dress them. Start at {@link
 * chat.parley.desktop.view.AppView}.
 *
 * <p>No rules of the chat, no client, no disk: a view shows what its view model says, and tells it
 * what the person did. Words come from {@code view.properties}, colours and sizes from the
 * stylesheets. Everything here is for the FX thread.
 */
@NullMarked
package chat.parley.desktop.view;

import org.jspecify.annotations.NullMarked;
