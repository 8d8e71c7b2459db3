package chat.parley.desktop.viewmodel;

import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import java.util.List;
import java.util.stream.Collectors;

/** What a room is called; a direct one has no name of its own but those of the people in it. */
public final class RoomTitle {
  private static final int MOST_NAMED = 3;

  private RoomTitle() {}

  /** Short enough for a list: the room's name without a #, the other person, or "Ann, Ben +2". */
  public static String of(RoomState state) {
    if (state.room().kind() != RoomKind.DIRECT) {
      return state.room().name();
    }
    List<User> with = state.with();
    return switch (with.size()) {
      case 0 -> Texts.of("rooms.notes");
      case 1 -> with.getFirst().name();
      default -> several(with);
    };
  }

  /** Everybody by full name. */
  public static String whole(List<User> with) {
    return with.stream().map(User::name).collect(Collectors.joining(", "));
  }

  private static String several(List<User> with) {
    String named =
        with.stream().limit(MOST_NAMED).map(RoomTitle::shortName).collect(Collectors.joining(", "));
    int more = with.size() - MOST_NAMED;
    return more > 0 ? named + " +" + more : named;
  }

  private static String shortName(User user) {
    int end = user.name().indexOf(' ');
    return end < 0 ? user.name() : user.name().substring(0, end);
  }
}
