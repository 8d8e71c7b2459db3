package chat.parley.desktop.viewmodel.search;

import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message to which a hit led, with the words that are pointed out in it.
 *
 * @param room null when there is no such message
 * @param words none when only filters were asked for
 */
public record Pointed(@Nullable RoomId room, long seq, SearchWords words) {
  public static final SearchWords NO_WORDS = new SearchWords(List.of());

  public static final Pointed NOTHING = new Pointed(null, 0, NO_WORDS);

  public boolean isIn(RoomId other) {
    return other.equals(room);
  }

  /** Whether it is the message at that place of its room. */
  public boolean isAt(long place) {
    return room != null && place == seq;
  }

  /** What is pointed out in the message at that place of its room. */
  public SearchWords wordsAt(long place) {
    return isAt(place) ? words : NO_WORDS;
  }
}
