package chat.parley.desktop.viewmodel.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {
  /** One letter for each right, in the order of the record: wirndcal. */
  @ParameterizedTest
  @CsvSource({
    // role, rank, kind, posting, archived, owned, rights
    "GUEST,  MEMBER,    PUBLIC,  EVERYBODY,  false, true,  wi-----l",
    "GUEST,  MEMBER,    PUBLIC,  EVERYBODY,  false, false, wi--d--l",
    "MEMBER, MEMBER,    PRIVATE, MODERATORS, false, true,  -i-----l",
    "MEMBER, MODERATOR, PRIVATE, MODERATORS, false, true,  wir-d--l",
    "MEMBER, OWNER,     PRIVATE, MODERATORS, false, true,  wirndcal",
    "ADMIN,  MEMBER,    PUBLIC,  MODERATORS, false, true,  wirndcal",
    "GUEST,  READER,    PUBLIC,  EVERYBODY,  false, true,  -------l",
    "GUEST,  READER,    PUBLIC,  EVERYBODY,  false, false, -------l",
    "ADMIN,  READER,    PUBLIC,  EVERYBODY,  false, true,  wirndcal",
    "MEMBER, OWNER,     PRIVATE, EVERYBODY,  true,  true,  ------al",
    "MEMBER, MEMBER,    PRIVATE, EVERYBODY,  true,  true,  -------l",
    "MEMBER, MEMBER,    DIRECT,  EVERYBODY,  false, false, w-------",
    "OWNER,  MEMBER,    DIRECT,  EVERYBODY,  false, false, w-------",
  })
  void rightsFollowRoleAndRank(
      Role role,
      Rank rank,
      RoomKind kind,
      Posting posting,
      boolean archived,
      boolean owned,
      String expected) {
    Room room = new Room(new RoomId("r"), "room", kind, "", "", posting, archived);
    assertThat(letters(Rights.of(role, rank, room, owned))).isEqualTo(expected);
  }

  private static String letters(Rights rights) {
    return (rights.write() ? "w" : "-")
        + (rights.invite() ? "i" : "-")
        + (rights.remove() ? "r" : "-")
        + (rights.rank() ? "n" : "-")
        + (rights.describe() ? "d" : "-")
        + (rights.change() ? "c" : "-")
        + (rights.archive() ? "a" : "-")
        + (rights.leave() ? "l" : "-");
  }
}
