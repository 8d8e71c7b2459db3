/**
 * Files as they are seen: pictures in messages and closely, cards of others, what is attached, and
 * the ways to this computer's own files. FX thread; pictures are decoded on threads of their own.
 */
@NullMarked
package chat.parley.desktop.view.files;

import org.jspecify.annotations.NullMarked;
