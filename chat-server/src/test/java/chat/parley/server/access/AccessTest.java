package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomKind;
import chat.parley.server.store.Rules.Deed;
import chat.parley.server.store.Rules.ServerDeed;
import chat.parley.server.store.Rules.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may do what, case by case: what a row does not name is not allowed. */
class AccessTest {
  private static final Set<Deed> MEMBERS =
      EnumSet.of(Deed.SEND, Deed.SEND_IN_THREAD, Deed.DELETE_OWN, Deed.REACT, Deed.INVITE);
  private static final Set<Deed> IN_UNOWNED = with(MEMBERS, Deed.PIN, Deed.DESCRIBE);
  private static final Set<Deed> MODERATORS =
      with(
          MEMBERS,
          Deed.DELETE_OF_OTHERS,
          Deed.PIN,
          Deed.REMOVE,
          Deed.DESCRIBE,
          Deed.MUTE,
          Deed.SLOW_DOWN,
          Deed.SEND_AT_ONCE,
          Deed.SEE_REPORTS,
          Deed.SEE_MUTED);
  private static final Set<Deed> LOOKING = EnumSet.of(Deed.SEE_REPORTS, Deed.SEE_MUTED);
  private static final Set<Deed> ALL = EnumSet.allOf(Deed.class);
  private static final Set<Deed> IN_DIRECT =
      EnumSet.of(
          Deed.SEND, Deed.SEND_AT_ONCE, Deed.SEND_IN_THREAD, Deed.DELETE_OWN, Deed.REACT, Deed.PIN);

  private record Row(Standing who, Set<Deed> may) {}

  static final List<Row> ROWS =
      List.of(
          row(Role.GUEST, Rank.MEMBER, RoomKind.PUBLIC, MEMBERS),
          row(Role.GUEST, Rank.MEMBER, RoomKind.PRIVATE, MEMBERS),
          row(Role.MEMBER, Rank.MEMBER, RoomKind.PUBLIC, MEMBERS),
          row(Role.GUEST, Rank.MODERATOR, RoomKind.PUBLIC, MODERATORS),
          row(Role.GUEST, Rank.MODERATOR, RoomKind.PRIVATE, MODERATORS),
          row(Role.GUEST, Rank.OWNER, RoomKind.PUBLIC, ALL),
          row(Role.GUEST, Rank.OWNER, RoomKind.PRIVATE, ALL),
          row(Role.ADMIN, Rank.MEMBER, RoomKind.PUBLIC, ALL),
          row(Role.OWNER, Rank.MEMBER, RoomKind.PRIVATE, ALL),
          // A room that nobody owns, such as the lobby.
          unowned(Role.GUEST, RoomKind.PUBLIC, IN_UNOWNED),
          unowned(Role.GUEST, RoomKind.PRIVATE, with(MEMBERS, Deed.DESCRIBE)),
          unowned(Role.ADMIN, RoomKind.PUBLIC, ALL),
          // Between people all are equal.
          unowned(Role.GUEST, RoomKind.DIRECT, IN_DIRECT),
          unowned(
              Role.ADMIN,
              RoomKind.DIRECT,
              with(with(IN_DIRECT, Deed.DELETE_OF_OTHERS), Deed.SEE_REPORTS, Deed.SEE_MUTED)),
          // Announcements.
          announcing(Role.GUEST, Rank.MEMBER, without(MEMBERS, Deed.SEND)),
          announcing(Role.GUEST, Rank.MODERATOR, MODERATORS),
          announcing(Role.GUEST, Rank.OWNER, ALL),
          announcing(Role.ADMIN, Rank.MEMBER, ALL),
          // Archived.
          archived(Role.GUEST, Rank.MEMBER, EnumSet.noneOf(Deed.class)),
          archived(Role.GUEST, Rank.MODERATOR, LOOKING),
          archived(Role.GUEST, Rank.OWNER, with(LOOKING, Deed.ARCHIVE)),
          archived(Role.OWNER, Rank.MEMBER, with(LOOKING, Deed.ARCHIVE)),
          // Muted: who moderates is not held back.
          muted(Role.GUEST, Rank.MEMBER, EnumSet.of(Deed.DELETE_OWN, Deed.INVITE)),
          muted(Role.GUEST, Rank.MODERATOR, MODERATORS),
          muted(Role.ADMIN, Rank.MEMBER, ALL));

  @ParameterizedTest
  @FieldSource("ROWS")
  void everyDeedIsAllowedOrRefusedInASentence(Row row) {
    var access = new Access((_, _) -> true);
    for (Deed deed : Deed.values()) {
      var no = access.check(deed, row.who());
      assertThat(no.isEmpty()).as("%s may %s", row.who(), deed).isEqualTo(row.may().contains(deed));
      no.ifPresent(sentence -> assertThat(sentence).endsWith("."));
    }
  }

  @Test
  void aServerIsRunByAdminsAndOwnersAndNobodyActsOnWhomIsAsHigh() {
    var access = new Access((_, _) -> true);
    for (ServerDeed deed : ServerDeed.values()) {
      for (Role who : Role.values()) {
        boolean runs =
            deed == ServerDeed.APPOINT ? who == Role.OWNER : who.compareTo(Role.ADMIN) >= 0;
        assertThat(access.check(deed, who, null).isEmpty())
            .as("%s may %s", who, deed)
            .isEqualTo(runs);
        for (Role whom : Role.values()) {
          boolean above = who == Role.OWNER || who.compareTo(whom) > 0;
          assertThat(access.check(deed, who, whom).isEmpty())
              .as("%s may %s to %s", who, deed, whom)
              .isEqualTo(runs && above);
        }
      }
    }
  }

  private static Row row(Role role, Rank rank, RoomKind kind, Set<Deed> may) {
    return new Row(new Standing(role, rank, kind, Posting.EVERYBODY, false, true), may);
  }

  private static Row unowned(Role role, RoomKind kind, Set<Deed> may) {
    return new Row(new Standing(role, Rank.MEMBER, kind, Posting.EVERYBODY, false, false), may);
  }

  private static Row announcing(Role role, Rank rank, Set<Deed> may) {
    return new Row(new Standing(role, rank, RoomKind.PUBLIC, Posting.MODERATORS, false, true), may);
  }

  private static Row archived(Role role, Rank rank, Set<Deed> may) {
    return new Row(new Standing(role, rank, RoomKind.PUBLIC, Posting.EVERYBODY, true, true), may);
  }

  private static Row muted(Role role, Rank rank, Set<Deed> may) {
    return new Row(
        new Standing(role, rank, RoomKind.PUBLIC, Posting.EVERYBODY, false, true, 1_000), may);
  }

  private static Set<Deed> with(Set<Deed> some, Deed... more) {
    var all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }

  private static Set<Deed> without(Set<Deed> some, Deed one) {
    var all = EnumSet.copyOf(some);
    all.remove(one);
    return all;
  }
}
