package chat.parley.desktop.view.overview;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.list.RowSource;
import chat.parley.desktop.viewmodel.overview.OverviewRow;
import chat.parley.desktop.viewmodel.overview.OverviewRow.More;
import chat.parley.desktop.viewmodel.overview.OverviewRow.RoomHeading;
import chat.parley.desktop.viewmodel.overview.OverviewRow.Said;

/** Which row shows what. */
final class OverviewRows implements RowSource<OverviewRow> {
  private enum Kind {
    HEADING,
    AUTHOR,
    GROUPED,
    MORE
  }

  private final RowParts parts;

  OverviewRows(RowParts parts) {
    this.parts = parts;
  }

  @Override
  public Object keyOf(OverviewRow row) {
    return row.key();
  }

  @Override
  public Object kindOf(OverviewRow row) {
    return switch (row) {
      case RoomHeading _ -> Kind.HEADING;
      case Said said -> said.grouped() ? Kind.GROUPED : Kind.AUTHOR;
      case More _ -> Kind.MORE;
    };
  }

  @Override
  public Row<OverviewRow> create(Object kind) {
    return switch ((Kind) kind) {
      case HEADING -> new RoomHeadingRow(parts);
      case AUTHOR -> new SaidRow(parts, false);
      case GROUPED -> new SaidRow(parts, true);
      case MORE -> new MoreRow(parts);
    };
  }
}
