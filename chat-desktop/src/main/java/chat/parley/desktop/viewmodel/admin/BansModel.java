package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Ban;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;

/** Who is kept out. */
public final class BansModel {
  private final Errand errand = new Errand();
  private final Shelf<Ban> shelf = new Shelf<>(errand, this::ask);

  BansModel() {}

  /** The bans that hold, newest first. */
  public Shelf<Ban> shelf() {
    return shelf;
  }

  public void unban(Ban ban) {
    errand.change(id -> new Command.Unban(id, ban.id()), shelf::refresh);
  }

  private void ask(long from) {
    errand.askAnew(
        id -> new Command.Bans(id, from, Shelf.PAGE),
        Event.BanList.class,
        list -> shelf.put(from, list.bans(), list.next()));
  }

  void attach(Seat now) {
    errand.attach(now);
  }

  void detach() {
    errand.detach();
    shelf.clear();
  }
}
