package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.model.Kept;
import chat.parley.model.Member;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.Status;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.store.Desk.Guest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people keep, say about themselves, and have read. */
class PersonRulesTest extends StoreTest {
  private Kept keep(Guest who, String key, String value) {
    return desk.done(new Write.Keep(who.id(), key, value)).kept();
  }

  private RoomId direct() {
    return desk.done(new Write.OpenDirect(ann.user(), List.of(ben.id()), Desk.freshRoom(), 9))
        .state()
        .room()
        .id();
  }

  private Member member(RoomId where, Guest who, Guest reader) {
    return store.membersOf(where, reader.id()).stream()
        .filter(member -> member.user().equals(who.user()))
        .findFirst()
        .orElseThrow();
  }

  // What is kept

  @Test
  void whatIsKeptHasTheNextVersionUnlessItIsSoAlready() {
    assertThat(keep(ann, "a", "1")).isEqualTo(new Kept("a", "1", 1));
    assertThat(keep(ann, "b", "1")).isEqualTo(new Kept("b", "1", 2));
    assertThat(keep(ann, "a", "1")).isNull();
    assertThat(keep(ann, "a", "2")).isEqualTo(new Kept("a", "2", 3));
    assertThat(keep(ben, "a", "1")).isEqualTo(new Kept("a", "1", 1));
    assertThat(store.kept(ann.id(), 0, 9))
        .containsExactly(new Kept("b", "1", 2), new Kept("a", "2", 3));
    assertThat(store.kept(ann.id(), 2, 9)).containsExactly(new Kept("a", "2", 3));
  }

  @Test
  void whatIsTakenAwayIsToldToDevicesThatComeLater() {
    keep(ann, "a", "1");
    assertThat(keep(ann, "a", null)).isEqualTo(new Kept("a", null, 2));
    assertThat(keep(ann, "a", null)).isNull();
    assertThat(keep(ann, "never", null)).isNull();
    reopen();
    assertThat(store.kept(ann.id(), 1, 9)).containsExactly(new Kept("a", null, 2));
    assertThat(keep(ann, "a", "1")).isEqualTo(new Kept("a", "1", 3));
  }

  @Test
  void onePersonKeepsSoMuchAndNoMore() {
    for (int i = 0; i < Kept.MOST; i++) {
      var write = new Write.Keep(ann.id(), "key/" + i, "on");
      if (i % 500 == 0 || i == Kept.MOST - 1) {
        desk.done(write);
      } else {
        store.submit(write, _ -> {});
      }
    }
    desk.refused(ErrorCode.TOO_MANY, new Write.Keep(ann.id(), "one more", "on"));
    assertThat(keep(ann, "key/1", "off")).isNotNull();
    assertThat(keep(ann, "key/2", null)).isNotNull();
    assertThat(keep(ann, "one more", "on")).isNotNull();
    assertThat(keep(ben, "another's", "on")).isNotNull();
  }

  @Test
  void whoIsNotKnownKeepsNothing() {
    desk.refused(ErrorCode.NOT_LOGGED_IN, new Write.Keep(Desk.stranger("Nobody").id(), "a", "1"));
  }

  // Status and people

  @Test
  void aStatusIsSeenByOthersAndSurvives() {
    var lunch = new Status("🍝", "at lunch", 1_790_000_000_000L);
    desk.done(new Write.SetStatus(ann.id(), lunch));
    reopen();

    assertThat(store.statusOf(ann.id())).contains(lunch);
    assertThat(member(room, ann, ben).status()).isEqualTo(lunch);
    desk.done(new Write.SetStatus(ann.id(), null));
    assertThat(store.statusOf(ann.id())).isEmpty();
    assertThat(member(room, ann, ben).status()).isNull();
  }

  @Test
  void everybodyIsFoundByPartOfTheName() {
    desk.guest("Zoë ÄRGER");

    assertThat(store.people("ärg", 9).people())
        .extracting(member -> member.user().name())
        .containsExactly("Zoë ÄRGER");
    Store.Crowd first = store.people("", 2);
    assertThat(first.people())
        .extracting(member -> member.user().name())
        .containsExactly("Ann", "Ben");
    assertThat(first.more()).isTrue();
    assertThat(store.people("", 4).more()).isFalse();
    assertThat(store.people("nobody", 9).people()).isEmpty();
  }

  // How far people have read

  @Test
  void aMarkCanBePutBackAndCountsWhatOthersSaidSince() {
    desk.say(ben, room, "one");
    long mine = desk.say(ann, room, "two").seq();
    desk.say(ben, room, "three, Ann", ann);
    desk.say(ann, room, "four");

    Event.ReadMark mark = desk.done(new Write.MarkUnread(room, ann.id(), mine - 1)).mark();

    assertThat(mark).isEqualTo(new Event.ReadMark(room, mine - 2, 2, 1));
    RoomState state = desk.state(ann, room);
    assertThat(state.unread()).isEqualTo(2);
    reopen();
    assertThat(desk.mark(ann, room, mine).unread()).isEqualTo(1);
    assertThat(desk.say(ann, room, "five").seq()).isEqualTo(desk.state(ann, room).read());
    assertThat(desk.state(ann, room).unread()).isZero();
  }

  @Test
  void aMarkCanBePutBeforeTheFirstEvent() {
    desk.say(ben, room, "one");
    assertThat(desk.done(new Write.MarkUnread(room, ann.id(), 1)).mark())
        .isEqualTo(new Event.ReadMark(room, 0, 1, 0));
    assertThat(desk.done(new Write.MarkUnread(room, ann.id(), 1)).mark()).isNull();
    desk.refused(ErrorCode.NO_SUCH_ROOM, new Write.MarkUnread(room, eve.id(), 1));
  }

  @Test
  void inADirectRoomTheOtherIsToldWhatWasGotAndRead() {
    RoomId direct = direct();
    long seq = desk.say(ann, direct, "hi").seq();

    Write.Marked got = desk.done(new Write.MarkGot(direct, ben.id(), seq));
    Write.Marked read = desk.done(new Write.MarkRead(direct, ben.id(), seq));

    assertThat(got.seen()).isEqualTo(new Event.Seen(direct, ben.id(), 0, seq));
    assertThat(got.told()).containsExactly(ann.id());
    assertThat(got.mark()).isNull();
    assertThat(read.seen()).isEqualTo(new Event.Seen(direct, ben.id(), seq, seq));
    assertThat(read.told()).containsExactly(ann.id());
    assertThat(desk.done(new Write.MarkGot(direct, ben.id(), seq)).seen()).isNull();
    reopen();
    assertThat(store.membersOf(direct, ann.id()))
        .extracting(member -> member.user().name(), Member::read, Member::got)
        .containsExactly(tuple("Ann", seq, seq), tuple("Ben", seq, seq));
  }

  @Test
  void inARoomOnlyWhoAsksIsTold() {
    long seq = desk.say(ann, room, "hi").seq();
    assertThat(desk.done(new Write.MarkGot(room, ben.id(), seq)).seen()).isNull();
    assertThat(desk.done(new Write.MarkRead(room, ben.id(), seq)).told()).isEmpty();
    assertThat(member(room, ben, ann).read()).isEqualTo(seq);
  }

  @Test
  void whoDoesNotTellIsNotTold() {
    RoomId direct = direct();
    long seq = desk.say(ann, direct, "hi").seq();
    keep(ben, "receipts", "off");

    assertThat(desk.done(new Write.MarkRead(direct, ben.id(), seq)).told()).isEmpty();
    assertThat(member(direct, ben, ann).read()).isZero();
    assertThat(member(direct, ben, ann).got()).isZero();
    assertThat(member(direct, ann, ann).read()).isEqualTo(seq);
    assertThat(member(direct, ann, ben).read()).isZero();
    long next = desk.say(ben, direct, "hm").seq();
    assertThat(desk.done(new Write.MarkRead(direct, ann.id(), next)).told()).isEmpty();
  }
}
