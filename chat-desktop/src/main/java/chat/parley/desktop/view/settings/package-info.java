/**
 * The settings, inside the window. Start at {@link chat.parley.desktop.view.settings.SettingsView};
 * what they are about is put together in {@link
 * chat.parley.desktop.view.settings.SettingsSections}.
 */
@NullMarked
package chat.parley.desktop.view.settings;

import org.jspecify.annotations.NullMarked;
