package chat.parley.desktop.view.timeline;

import java.util.function.Supplier;

/**
 * What rows need to know besides their item.
 *
 * @param roomName without the #
 * @param serverName as a person knows it
 * @param myName empty while nobody is logged in
 */
record RowContext(
    Times times,
    Supplier<String> roomName,
    Supplier<String> serverName,
    Supplier<String> myName,
    RowActions actions) {}
