package chat.parley.desktop.view.overview;

import chat.parley.desktop.view.body.BodyContext;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.overview.OverviewRow;
import chat.parley.desktop.viewmodel.text.MentionNames;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What rows need to know besides what they show.
 *
 * @param roomsNamed whether each message says which room it is of
 * @param me my name, pointed out in what calls me
 * @param open shows what a row is about in its room
 */
record RowParts(
    Times times,
    BodyContext bodies,
    boolean roomsNamed,
    Supplier<MentionNames> me,
    Consumer<OverviewRow> open,
    Consumer<RoomItem> markRead) {}
