package chat.parley.desktop.viewmodel.switcher;

import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.model.RoomListing;

/** Something to go to or to do. */
public sealed interface Choice {
  /** What is searched in. */
  String title();

  /** Whether it leads to the same; two commands do that are called alike. */
  default boolean isSame(Choice other) {
    return this instanceof Command && other instanceof Command
        ? title().equals(other.title())
        : equals(other);
  }

  /** A room of any of my servers. */
  record ToRoom(ServerModel server, RoomItem room) implements Choice {
    @Override
    public String title() {
      return room.name();
    }
  }

  /** A room that I am not in, and may join. */
  record ToListed(ServerModel server, RoomListing listing) implements Choice {
    @Override
    public String title() {
      return listing.room().name();
    }
  }

  record ToPerson(ServerModel server, Person person) implements Choice {
    @Override
    public String title() {
      return person.name();
    }

    /** Whether that is my conversation with this person and nobody else. */
    boolean isMetIn(ToRoom to) {
      return to.server() == server
          && to.room().isDirect()
          && to.room().with().size() == 1
          && to.room().with().getFirst().id().equals(person.id());
    }
  }

  /** Something that the app can do. */
  record Command(String title, Runnable action) implements Choice {}
}
