/**
 * Running a server, inside the window. Start at {@link chat.parley.desktop.view.admin.AdminView};
 * the pages it has are put together in {@link chat.parley.desktop.view.admin.AdminPages}.
 */
@NullMarked
package chat.parley.desktop.view.admin;

import org.jspecify.annotations.NullMarked;
