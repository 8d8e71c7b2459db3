/**
 * Files as a person deals with them: what is attached and on its way up, what is fetched, what a
 * room has, and what is looked at or listened to. FX thread throughout.
 */
@NullMarked
package chat.parley.desktop.viewmodel.files;

import org.jspecify.annotations.NullMarked;
