package chat.parley.desktop.viewmodel.completion;

import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.model.RoomListing;

/** Something that may be meant by what was typed. */
public sealed interface Suggestion {
  /** What takes the place of what was typed. */
  String text();

  record OfPerson(Person person) implements Suggestion {
    @Override
    public String text() {
      return "@" + person.name();
    }
  }

  /** Somebody who would not hear of it, since they are not in the room. */
  record OfAbsentee(Person person) implements Suggestion {
    @Override
    public String text() {
      return "@" + person.name();
    }
  }

  /**
   * Several people by one word.
   *
   * @param word without the @
   * @param caption who that is
   */
  record OfGroup(String word, String caption) implements Suggestion {
    @Override
    public String text() {
      return "@" + word;
    }
  }

  record OfRoom(RoomItem room) implements Suggestion {
    @Override
    public String text() {
      return "#" + room.name();
    }
  }

  /** A room that I could join. */
  record OfListed(RoomListing listing) implements Suggestion {
    @Override
    public String text() {
      return "#" + listing.room().name();
    }
  }

  /**
   * @param text the characters, in the person's skin tone
   * @param shortName the one that fits what was typed
   * @param name in the language of the app; empty where the short name says it
   */
  record OfEmoji(String text, String shortName, String name) implements Suggestion {}
}
