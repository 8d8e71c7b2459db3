package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.AuditEntry;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;

/** What was done by the power of a role or a rank. */
public final class AuditModel {
  private final Errand errand = new Errand();
  private final Shelf<AuditEntry> shelf = new Shelf<>(errand, this::ask);

  AuditModel() {}

  /** Newest first. */
  public Shelf<AuditEntry> shelf() {
    return shelf;
  }

  private void ask(long from) {
    errand.askAnew(
        id -> new Command.Audit(id, from, Shelf.PAGE),
        Event.AuditPage.class,
        page -> shelf.put(from, page.entries(), page.next()));
  }

  void attach(Seat now) {
    errand.attach(now);
  }

  void detach() {
    errand.detach();
    shelf.clear();
  }
}
