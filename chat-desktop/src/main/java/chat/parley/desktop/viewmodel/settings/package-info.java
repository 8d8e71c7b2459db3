/**
 * What a person can choose about the app, observable and kept over restarts. Start at {@link
 * chat.parley.desktop.viewmodel.settings.SettingsModel}.
 */
@NullMarked
package chat.parley.desktop.viewmodel.settings;

import org.jspecify.annotations.NullMarked;
