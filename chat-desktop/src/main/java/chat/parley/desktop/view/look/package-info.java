/**
 * How everything looks: the fonts, the stylesheets in light and dark, and the small parts that many
 * views share. Start at {@link chat.parley.desktop.view.look.Look}.
 *
 * <p>Colours and sizes are in the stylesheets, none of them here.
 */
@NullMarked
package chat.parley.desktop.view.look;

import org.jspecify.annotations.NullMarked;
