package chat.parley.desktop.viewmodel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.alerts.Arrival.Standing;
import chat.parley.desktop.viewmodel.alerts.Arrival.Under;
import chat.parley.desktop.viewmodel.alerts.Reader.View;
import chat.parley.desktop.viewmodel.alerts.Verdict.Show;
import chat.parley.model.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of when to tell whom. */
class AlertRuleTest {
  private static final AlertPreferences LOUD = AlertPreferences.USUAL.withSound(true);

  @ParameterizedTest(name = "{0} level {1}, names {2}, {3} before: {4}, {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      # where | level    | names   | before the reader | shown   | badge
      # In another program: the system tells.
      room    | MENTIONS | NOBODY  | ELSEWHERE   | NOTHING | no
      room    | MENTIONS | KEYWORD | ELSEWHERE   | NATIVE  | yes
      room    | MENTIONS | HERE    | ELSEWHERE   | NATIVE  | yes
      room    | MENTIONS | ROOM    | ELSEWHERE   | NATIVE  | yes
      room    | MENTIONS | ME      | ELSEWHERE   | NATIVE  | yes
      room    | ALL      | NOBODY  | ELSEWHERE   | NATIVE  | no
      room    | ALL      | ME      | ELSEWHERE   | NATIVE  | yes
      room    | NONE     | NOBODY  | ELSEWHERE   | NOTHING | no
      room    | NONE     | ROOM    | ELSEWHERE   | NOTHING | yes
      room    | NONE     | ME      | ELSEWHERE   | NOTHING | yes
      room    | muted    | NOBODY  | ELSEWHERE   | NOTHING | no
      room    | muted    | ME      | ELSEWHERE   | NOTHING | no
      direct  | ALL      | NOBODY  | ELSEWHERE   | NATIVE  | yes
      direct  | MENTIONS | NOBODY  | ELSEWHERE   | NOTHING | yes
      direct  | MENTIONS | ME      | ELSEWHERE   | NATIVE  | yes
      direct  | NONE     | NOBODY  | ELSEWHERE   | NOTHING | no
      direct  | NONE     | ME      | ELSEWHERE   | NOTHING | yes
      direct  | muted    | ME      | ELSEWHERE   | NOTHING | no
      # In another room: the window tells.
      room    | MENTIONS | NOBODY  | OTHER_ROOM  | NOTHING | no
      room    | MENTIONS | ME      | OTHER_ROOM  | TOAST   | yes
      room    | MENTIONS | KEYWORD | OTHER_ROOM  | TOAST   | yes
      room    | ALL      | NOBODY  | OTHER_ROOM  | TOAST   | no
      room    | NONE     | ME      | OTHER_ROOM  | NOTHING | yes
      room    | muted    | ME      | OTHER_ROOM  | NOTHING | no
      direct  | ALL      | NOBODY  | OTHER_ROOM  | TOAST   | yes
      # At older messages of the room: the pane itself tells, and the icon counts what is not read.
      room    | ALL      | ME      | SCROLLED_UP | NOTHING | yes
      direct  | ALL      | NOBODY  | SCROLLED_UP | NOTHING | yes
      # At the newest message: it is read as it comes.
      room    | ALL      | ME      | READING     | NOTHING | no
      direct  | ALL      | ME      | READING     | NOTHING | no
      """)
  void aMessageIsToldOfByWhereItIsWhomItNamesAndWhatIsInFront(
      String where, String level, Naming naming, View view, Show show, String badge) {
    Verdict verdict = decide(arrival(where, level, naming), view, Presence.ONLINE, false);
    assertThat(verdict.show()).isEqualTo(show);
    assertThat(verdict.badge()).isEqualTo(badge.equals("yes"));
    assertThat(verdict.sound()).as("a sound goes with words").isEqualTo(show != Show.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      # presence | quiet | names | shown   | badge
      ONLINE     | no    | ME    | NATIVE  | yes
      AWAY       | no    | ME    | NATIVE  | yes
      BUSY       | no    | ME    | NOTHING | yes
      ONLINE     | yes   | ME    | NOTHING | yes
      BUSY       | yes   | ME    | NOTHING | yes
      # "@here" is for those who are here.
      ONLINE     | no    | HERE  | NATIVE  | yes
      AWAY       | no    | HERE  | NOTHING | no
      BUSY       | no    | HERE  | NOTHING | no
      AWAY       | no    | ROOM  | NATIVE  | yes
      """)
  void whoIsNotToBeDisturbedIsOnlyCountedFor(
      Presence presence, String quiet, Naming naming, Show show, String badge) {
    Arrival arrival = arrival("room", "MENTIONS", naming);
    Verdict verdict = decide(arrival, View.ELSEWHERE, presence, quiet.equals("yes"));
    assertThat(verdict.show()).isEqualTo(show);
    assertThat(verdict.badge()).isEqualTo(badge.equals("yes"));
    assertThat(verdict.sound()).isEqualTo(show != Show.NOTHING);
  }

  @ParameterizedTest(name = "{0} level {1}, names {2}, under {3}: {4}, {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # where | level    | names   | said under   | shown   | badge
          room    | MENTIONS | NOBODY  | FOLLOWED     | NATIVE  | yes
          room    | ALL      | NOBODY  | FOLLOWED     | NATIVE  | yes
          room    | NONE     | NOBODY  | FOLLOWED     | NOTHING | yes
          room    | muted    | ME      | FOLLOWED     | NOTHING | no
          room    | MENTIONS | NOBODY  | OTHER_THREAD | NOTHING | no
          room    | MENTIONS | ME      | OTHER_THREAD | NATIVE  | yes
          room    | ALL      | NOBODY  | OTHER_THREAD | NOTHING | no
          room    | ALL      | KEYWORD | OTHER_THREAD | NATIVE  | yes
          room    | ALL      | ME      | OTHER_THREAD | NATIVE  | yes
          direct  | ALL      | NOBODY  | OTHER_THREAD | NATIVE  | yes
          direct  | MENTIONS | NOBODY  | OTHER_THREAD | NOTHING | yes
          """)
  void aReplyIsToldOfWhereItsThreadIsFollowedOrItCallsMe(
      String where, String level, Naming naming, Under under, Show show, String badge) {
    var arrival = new Arrival(Standing.FRESH, naming, under, where.equals("direct"), choice(level));
    Verdict verdict = decide(arrival, View.ELSEWHERE, Presence.ONLINE, false);
    assertThat(verdict.show()).isEqualTo(show);
    assertThat(verdict.badge()).isEqualTo(badge.equals("yes"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Standing.class,
      names = {"OWN", "READ", "BLOCKED"})
  void ofOwnReadAndUnwantedMessagesNothingIsTold(Standing standing) {
    var arrival = new Arrival(standing, Naming.ME, Under.NOTHING, true, choice("ALL"));
    for (View view : View.values()) {
      assertThat(decide(arrival, view, Presence.ONLINE, false)).isEqualTo(Verdict.NOTHING);
    }
  }

  @Test
  void withoutSystemNotificationsTheWindowTells() {
    var chosen = LOUD.withSystemNotifications(false);
    var reader = new Reader(View.ELSEWHERE, Presence.ONLINE, false);
    assertThat(AlertRule.decide(arrival("room", "ALL", Naming.ME), reader, chosen))
        .isEqualTo(new Verdict(Show.TOAST, true, true));
  }

  @Test
  void soundAndBadgeCanEachBeOff() {
    var reader = new Reader(View.ELSEWHERE, Presence.ONLINE, false);
    Arrival arrival = arrival("direct", "ALL", Naming.ME);
    assertThat(AlertRule.decide(arrival, reader, LOUD.withSound(false)))
        .isEqualTo(new Verdict(Show.NATIVE, false, true));
    assertThat(AlertRule.decide(arrival, reader, LOUD.withBadge(false)))
        .isEqualTo(new Verdict(Show.NATIVE, true, false));
  }

  private static Verdict decide(Arrival arrival, View view, Presence presence, boolean quiet) {
    return AlertRule.decide(arrival, new Reader(view, presence, quiet), LOUD);
  }

  private static Arrival arrival(String where, String level, Naming naming) {
    return new Arrival(
        Standing.FRESH, naming, Under.NOTHING, where.equals("direct"), choice(level));
  }

  private static RoomLevels.Choice choice(String level) {
    return level.equals("muted")
        ? new RoomLevels.Choice(Level.ALL, true)
        : new RoomLevels.Choice(Level.valueOf(level), false);
  }
}
