package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Room;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import java.util.Comparator;
import java.util.function.Consumer;

/** The rooms in the directory, for whoever runs the server. */
public final class PublicRoomsModel {
  private static final Comparator<RoomListing> ORDER =
      Comparator.comparing((RoomListing listing) -> listing.room().archived())
          .thenComparing(listing -> listing.room().name(), String.CASE_INSENSITIVE_ORDER);

  private final Consumer<RoomState> show;
  private final Errand errand = new Errand();
  private final Shelf<RoomListing> shelf = new Shelf<>(errand, this::ask);

  /**
   * @param show brings a room on the screen
   */
  PublicRoomsModel(Consumer<RoomState> show) {
    this.show = show;
  }

  /** By name, archived ones last. */
  public Shelf<RoomListing> shelf() {
    return shelf;
  }

  /** Becomes a member if I am none; {@code done} runs when the room is on the screen. */
  public void open(RoomListing listing, Runnable done) {
    errand.ask(
        here -> here.connection().join(new Command.Place.ById(listing.room().id())),
        joined -> {
          show.accept(joined.room());
          done.run();
        });
  }

  /** Only who is in a room can archive it; so I become a member first. */
  public void archive(Room room, boolean archived) {
    errand.ask(
        here ->
            here.connection()
                .join(new Command.Place.ById(room.id()))
                .thenCompose(
                    _ ->
                        here.connection()
                            .changeRoom(
                                new Command.ChangeRoom(
                                    0, room.id(), null, null, null, null, archived))),
        _ -> shelf.refresh());
  }

  private void ask(long from) {
    errand.ask(
        here -> here.connection().rooms(),
        list -> shelf.put(0, list.rooms().stream().sorted(ORDER).toList(), 0));
  }

  void attach(Seat now) {
    errand.attach(now);
  }

  void detach() {
    errand.detach();
    shelf.clear();
  }
}
