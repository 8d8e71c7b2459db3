/**
 * The messages of one room on the screen: a window over its log, laid out in rows. Start at {@link
 * chat.parley.desktop.viewmodel.timeline.TimelineModel}.
 *
 * <p>No Nodes. {@code TimelineLayout} and {@code TimelineWindow} know neither time, threads nor
 * I/O; the model does.
 */
@NullMarked
package chat.parley.desktop.viewmodel.timeline;

import org.jspecify.annotations.NullMarked;
