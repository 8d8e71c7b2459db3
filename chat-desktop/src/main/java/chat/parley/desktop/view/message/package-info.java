/**
 * What opens for one message: where to forward it, what it said before, whether it shall be
 * deleted, and the emoji to react by.
 */
@NullMarked
package chat.parley.desktop.view.message;

import org.jspecify.annotations.NullMarked;
