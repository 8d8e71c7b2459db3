/**
 * Running a server from the app, for admins and owners. Start at {@link
 * chat.parley.desktop.viewmodel.admin.Administration}; each page of it has a model of its own.
 */
@NullMarked
package chat.parley.desktop.viewmodel.admin;

import org.jspecify.annotations.NullMarked;
