package chat.parley.desktop.view.timeline;

import chat.parley.desktop.viewmodel.PeopleModel;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.model.User;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** My name, and the names of those who belong to the room. */
final class RoomCalls implements Calls {
  private record Known(String me, List<String> people) {}

  private final PeopleModel room;
  private final ObservableValue<@Nullable User> me;
  private final Runnable onChange;
  private Known known = new Known("", List.of());
  private MentionNames others = MentionNames.NONE;
  private MentionNames meToo = MentionNames.NONE;

  /**
   * @param onChange runs when names came or went
   */
  RoomCalls(PeopleModel room, ObservableValue<@Nullable User> me, Runnable onChange) {
    this.room = room;
    this.me = me;
    this.onChange = onChange;
    look();
    room.people().subscribe(this::lookAgain);
    me.subscribe(this::lookAgain);
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
    List<String> people = room.people().stream().map(Person::name).sorted().toList();
    Known now = new Known(user == null ? "" : user.name(), people);
    boolean asking = people.isEmpty() && now.me().equals(known.me());
    if (asking || now.equals(known)) {
      return; // Rows that are shown need not be made anew.
    }
    known = now;
    others = new MentionNames("", people);
    meToo = new MentionNames(now.me(), people);
  }
}
