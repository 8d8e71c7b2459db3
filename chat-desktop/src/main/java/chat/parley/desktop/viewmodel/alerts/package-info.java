/**
 * When to tell whom that something was said, and in which words. Start at {@link
 * chat.parley.desktop.viewmodel.alerts.AlertRule}, which is one table; {@link
 * chat.parley.desktop.viewmodel.alerts.AlertCenter} feeds it.
 *
 * <p>How a system shows, counts or sounds is reached through {@link
 * chat.parley.desktop.viewmodel.alerts.AlertOutlet}.
 */
@NullMarked
package chat.parley.desktop.viewmodel.alerts;

import org.jspecify.annotations.NullMarked;
