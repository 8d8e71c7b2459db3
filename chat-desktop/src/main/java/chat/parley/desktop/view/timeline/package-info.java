/**
 * The messages of the room on the screen, as rows of a virtual list. Start at {@link
 * chat.parley.desktop.view.timeline.MessagePane}.
 *
 * <p>Which rows there are, and in which order, is decided by the timeline model.
 */
@NullMarked
package chat.parley.desktop.view.timeline;

import org.jspecify.annotations.NullMarked;
