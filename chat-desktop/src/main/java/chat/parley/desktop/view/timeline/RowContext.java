package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.body.BodyContext;
import chat.parley.desktop.view.files.FileParts;
import chat.parley.desktop.viewmodel.search.Pointed;
import chat.parley.desktop.viewmodel.settings.Density;
import java.util.function.Supplier;

/**
 * What rows need to know besides their item.
 *
 * @param start of the room that is shown
 * @param serverName as a person knows it
 * @param density what rows are made for; they are made anew when it changes
 * @param files where the bytes of files come from, and what shows a picture closely
 * @param calls who is pointed out in a text
 * @param pointed where a search led, in the room that is shown
 */
record RowContext(
    Times times,
    Supplier<Density> density,
    Supplier<RoomStart> start,
    Supplier<String> serverName,
    Calls calls,
    Supplier<Pointed> pointed,
    BodyContext bodies,
    FileParts files,
    RowActions actions) {}
