package chat.parley.desktop.view.timeline;

import chat.parley.desktop.viewmodel.PeopleModel;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.desktop.viewmodel.text.RoomNames;
import chat.parley.model.User;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** My name, the names of those who belong to the room, and of rooms those that one could open. */
final class RoomCalls implements Calls {
  private record Known(String me, List<String> people, Map<String, String> rooms) {}

  private final PeopleModel room;
  private final ObservableValue<@Nullable User> me;
  private final ObservableValue<Map<String, String>> rooms;
  private final Runnable missing;
  private final Runnable onChange;
  private Known known = new Known("", List.of(), Map.of());
  private MentionNames others = MentionNames.NONE;
  private MentionNames meToo = MentionNames.NONE;

  /**
   * @param rooms what leads to each room, by its name
   * @param missing runs when a text may name a room that is not among them
   * @param onChange runs when names came or went
   */
  RoomCalls(
      PeopleModel room,
      ObservableValue<@Nullable User> me,
      ObservableValue<Map<String, String>> rooms,
      Runnable missing,
      Runnable onChange) {
    this.room = room;
    this.me = me;
    this.rooms = rooms;
    this.missing = missing;
    this.onChange = onChange;
    look();
    room.people().subscribe(this::lookAgain);
    me.subscribe(this::lookAgain);
    rooms.subscribe(this::lookAgain);
  }

  @Override
  public MentionNames names(boolean callsMe) {
    return callsMe ? meToo : others;
  }

  /** Who is here changes often, who belongs to the room hardly ever. */
  private void lookAgain() {
    Known before = known;
    look();
    if (!known.equals(before)) {
      onChange.run();
    }
  }

  private void look() {
    User user = me.getValue();
    String name = user == null ? "" : user.name();
    List<String> people = room.people().stream().map(Person::name).sorted().toList();
    boolean asking = people.isEmpty() && name.equals(known.me());
    Known now = new Known(name, asking ? known.people() : people, rooms.getValue());
    if (now.equals(known)) {
      return; // Rows that are shown need not be made anew.
    }
    known = now;
    var named = new RoomNames(now.rooms(), missing);
    others = new MentionNames("", now.people(), named);
    meToo = new MentionNames(now.me(), now.people(), named);
  }
}
