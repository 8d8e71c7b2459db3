/** The card by which others come to a server. */
@NullMarked
package chat.parley.desktop.view.hosting;

import org.jspecify.annotations.NullMarked;
