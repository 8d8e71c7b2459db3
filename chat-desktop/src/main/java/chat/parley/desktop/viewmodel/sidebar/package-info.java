/** In which order and under which headings the rooms stand. */
@NullMarked
package chat.parley.desktop.viewmodel.sidebar;

import org.jspecify.annotations.NullMarked;
