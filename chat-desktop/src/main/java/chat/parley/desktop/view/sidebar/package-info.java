/**
 * The left side of the window: the rooms, who I am, and how to come to more rooms. Start at {@link
 * chat.parley.desktop.view.sidebar.SidebarView}.
 */
@NullMarked
package chat.parley.desktop.view.sidebar;

import org.jspecify.annotations.NullMarked;
