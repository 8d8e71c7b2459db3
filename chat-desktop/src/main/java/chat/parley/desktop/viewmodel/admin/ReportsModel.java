package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Report;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Messages that somebody found should be looked at. */
public final class ReportsModel {
  private final BooleanProperty resolved = new SimpleBooleanProperty(this, "resolved");
  private final Errand errand = new Errand();
  private final Shelf<Report> shelf = new Shelf<>(errand, this::ask);
  private @Nullable RoomId room;

  public ReportsModel() {
    resolved.addListener(
        (_, _, _) -> {
          shelf.clear();
          shelf.refresh();
        });
  }

  /** Whether those are shown that were dealt with, instead of those that wait. */
  public BooleanProperty resolvedProperty() {
    return resolved;
  }

  /** Newest first. */
  public Shelf<Report> shelf() {
    return shelf;
  }

  /**
   * Goes by the reports of one room from now on.
   *
   * @param now null for all rooms of which I may see them
   */
  public void room(@Nullable RoomId now) {
    room = now;
    shelf.clear();
  }

  /**
   * @param note what was made of it; may be empty
   */
  public void resolve(Report report, String note) {
    errand.change(id -> new Command.Resolve(id, report.id(), note.strip()), shelf::refresh);
  }

  private void ask(long from) {
    RoomId of = room;
    boolean done = resolved.get();
    errand.askAnew(
        id -> new Command.Reports(id, of, done, from, Shelf.PAGE),
        Event.ReportList.class,
        list -> shelf.put(from, list.reports(), list.next()));
  }

  public void attach(Seat now) {
    errand.attach(now);
  }

  public void detach() {
    errand.detach();
    shelf.clear();
  }
}
