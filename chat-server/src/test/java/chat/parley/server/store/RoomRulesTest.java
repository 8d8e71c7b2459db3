package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.store.Desk.Guest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Private and direct rooms, ranks, and what a room can become. */
class RoomRulesTest extends StoreTest {
  private Write.CreateRoom creating(Guest who, String name, RoomKind kind, Guest... invited) {
    return new Write.CreateRoom(
        new Room(Desk.freshRoom(), name, kind, "topic"),
        name,
        who.user(),
        List.of(invited).stream().map(Guest::id).toList(),
        Desk.MANY_ROOMS);
  }

  private RoomId privateRoom(Guest... invited) {
    return desk.done(creating(ann, "den", RoomKind.PRIVATE, invited)).state().room().id();
  }

  private Write.Invite inviting(Guest who, RoomId where, Guest guest) {
    return new Write.Invite(where, who.user(), List.of(guest.id()), Desk.MANY_ROOMS);
  }

  private static Write.OpenDirect opening(Guest who, Guest... others) {
    return new Write.OpenDirect(
        who.user(),
        List.of(others).stream().map(Guest::id).toList(),
        Desk.freshRoom(),
        Desk.MANY_ROOMS);
  }

  private void rank(Guest who, Guest member, Rank rank) {
    desk.done(new Write.SetRank(room, who.user(), member.id(), rank));
  }

  private Write.ChangeRoom change(Guest who, String name, String topic, Posting posting) {
    return new Write.ChangeRoom(room, who.user(), name, name, topic, null, posting, null);
  }

  private Write.ChangeRoom archive(Guest who, boolean on) {
    return new Write.ChangeRoom(room, who.user(), null, null, null, null, null, on);
  }

  private Rank rankOf(Guest guest) {
    return desk.state(guest, room).rank();
  }

  // Making rooms

  @Test
  void whoMakesARoomOwnsIt() {
    assertThat(rankOf(ann)).isEqualTo(Rank.OWNER);
    assertThat(rankOf(ben)).isEqualTo(Rank.MEMBER);
    Write.Gathering made = desk.done(creating(ben, "den", RoomKind.PUBLIC, ann));
    assertThat(made.state().rank()).isEqualTo(Rank.OWNER);
    assertThat(made.entered())
        .extracting(Write.Entered::user)
        .containsExactly(ben.user(), ann.user());
    assertThat(desk.log(made.state().room().id(), ann))
        .extracting(event -> ((Event.JoinedRoom) event).by())
        .containsExactly(null, "Ben");
    reopen();
    assertThat(rankOf(ann)).isEqualTo(Rank.OWNER);
  }

  @Test
  void aPublicNameIsThereOnceAndAPrivateOneAsOftenAsOneLikes() {
    desk.refused(ErrorCode.NAME_TAKEN, creating(ben, "tea", RoomKind.PUBLIC));
    desk.done(creating(ben, "tea", RoomKind.PRIVATE));
    desk.done(creating(ann, "tea", RoomKind.PRIVATE));
    desk.done(creating(ben, "secret", RoomKind.PRIVATE));
    // No oracle: that there is a private room of that name cannot be found out.
    desk.done(creating(eve, "secret", RoomKind.PUBLIC));
  }

  @Test
  void aRefusedInvitationMakesNoRoom() {
    int before = store.directory(ann.id()).size();
    desk.refused(
        ErrorCode.NO_SUCH_USER, creating(ann, "den", RoomKind.PUBLIC, Desk.stranger("Nobody")));
    assertThat(store.directory(ann.id())).hasSize(before);
    assertThat(store.roomsOf(ann.id())).hasSize(1);
  }

  // Private rooms

  @Test
  void aPrivateRoomIsFoundByItsMembersOnly() {
    RoomId den = privateRoom(ben);

    assertThat(store.directory(ben.id())).extracting(l -> l.room().id()).contains(den);
    assertThat(store.directory(eve.id())).extracting(l -> l.room().id()).doesNotContain(den);
    desk.refused(ErrorCode.NO_SUCH_ROOM, new Write.JoinById(den, eve.user(), 9));
    desk.refused(
        ErrorCode.NO_SUCH_ROOM,
        new Write.JoinByName("den", "den", false, Desk.freshRoom(), eve.user(), 9));
    desk.refused(ErrorCode.NO_SUCH_ROOM, inviting(eve, den, eve));
    assertThat(desk.join(ben, den).event()).isNull();
  }

  @Test
  void whoIsInvitedIsAMemberAtOnce() {
    RoomId den = privateRoom(ben);
    List<Write.Entered> entered = desk.done(inviting(ben, den, eve));

    assertThat(entered).containsExactly(new Write.Entered(eve.user(), desk.state(eve, den)));
    assertThat(((Event.JoinedRoom) desk.log(den, ann).getLast()).by()).isEqualTo("Ben");
    assertThat(desk.done(inviting(ben, den, eve))).isEmpty();
    assertThat(desk.log(den, ann)).hasSize(3);
    desk.refused(ErrorCode.NO_SUCH_USER, inviting(ben, den, Desk.stranger("Nobody")));
  }

  @Test
  void whoWantsNothingFromSomebodyIsNotBroughtInByThem() {
    desk.done(new Write.Keep(eve.id(), "block/" + ann.id(), "on"));
    desk.refused(ErrorCode.FORBIDDEN, inviting(ann, room, eve));
    desk.done(inviting(ben, room, eve));
  }

  @Test
  void aMemberIsRemovedByModeratorsAndAnOwnerByOwners() {
    desk.join(eve, room);
    desk.refused(ErrorCode.FORBIDDEN, new Write.Remove(room, ben.user(), eve.id()));
    rank(ann, ben, Rank.MODERATOR);
    desk.refused(ErrorCode.FORBIDDEN, new Write.Remove(room, ben.user(), ann.id()));

    Event.LeftRoom left = desk.done(new Write.Remove(room, ben.user(), eve.id())).event();

    assertThat(left.by()).isEqualTo("Ben");
    assertThat(store.roomsOf(eve.id())).isEmpty();
    assertThat(desk.log(room, ann).getLast()).isEqualTo(left);
    assertThat(desk.done(new Write.Remove(room, ben.user(), eve.id())).event()).isNull();
  }

  // Ranks

  @Test
  void ranksAreGivenByOwnersAndTold() {
    desk.refused(ErrorCode.FORBIDDEN, new Write.SetRank(room, ben.user(), ben.id(), Rank.OWNER));
    desk.refused(ErrorCode.NO_SUCH_USER, new Write.SetRank(room, ann.user(), eve.id(), Rank.OWNER));
    rank(ann, ben, Rank.MODERATOR);

    assertThat(desk.log(room, ben).getLast())
        .isInstanceOfSatisfying(
            Event.RankChanged.class,
            e -> {
              assertThat(e.from()).isEqualTo(ann.id());
              assertThat(e.member()).isEqualTo(ben.user());
              assertThat(e.rank()).isEqualTo(Rank.MODERATOR);
            });
    long before = head();
    rank(ann, ben, Rank.MODERATOR);
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void aRoomKeepsAnOwner() {
    desk.refused(ErrorCode.FORBIDDEN, new Write.SetRank(room, ann.user(), ann.id(), Rank.MEMBER));
    desk.join(eve, room);
    rank(ann, eve, Rank.MODERATOR);
    desk.leave(ann, room);
    assertThat(rankOf(eve)).isEqualTo(Rank.OWNER);
    desk.leave(eve, room);
    assertThat(rankOf(ben)).isEqualTo(Rank.OWNER);
    assertThat(desk.log(room, ben).getLast()).isInstanceOf(Event.RankChanged.class);
  }

  @Test
  void aRoomGoesToSomebodyWhoWritesBeforeItGoesToAReader() {
    rank(ann, ben, Rank.READER);
    desk.join(eve, room);
    desk.leave(ann, room);
    assertThat(rankOf(eve)).isEqualTo(Rank.OWNER);
    desk.leave(eve, room);
    assertThat(rankOf(ben)).isEqualTo(Rank.OWNER);
    desk.leave(ben, room);
    desk.join(ben, room);
    assertThat(rankOf(ben)).isEqualTo(Rank.MEMBER);
  }

  // What a room becomes

  @Test
  void aRoomIsChangedByItsOwnersAndDescribedByModerators() {
    desk.refused(ErrorCode.FORBIDDEN, change(ben, "mate", null, null));
    desk.refused(ErrorCode.FORBIDDEN, change(ben, null, "hot", null));
    rank(ann, ben, Rank.MODERATOR);
    desk.done(change(ben, null, "hot", null));
    desk.refused(ErrorCode.FORBIDDEN, change(ben, "mate", null, null));
    desk.refused(ErrorCode.FORBIDDEN, change(ben, null, null, Posting.MODERATORS));
    desk.done(change(ann, "mate", "cold", Posting.MODERATORS));

    Room now = new Room(room, "mate", RoomKind.PUBLIC, "cold", "", Posting.MODERATORS, false);
    assertThat(desk.state(ben, room).room()).isEqualTo(now);
    assertThat(((Event.RoomChanged) desk.log(room, ben).getLast()).now()).isEqualTo(now);
    assertThat(desk.join(ben, "mate").state().room()).isEqualTo(now);
    long before = head();
    assertThat(desk.done(change(ann, "mate", "cold", null)).changed()).isFalse();
    assertThat(head()).isEqualTo(before);
    desk.done(creating(eve, "tea", RoomKind.PUBLIC));
    desk.refused(ErrorCode.NAME_TAKEN, change(ann, "tea", null, null));
  }

  @Test
  void inARoomOfAnnouncementsOthersAnswerInThreads() {
    long early = desk.say(ben, room, "early").seq();
    desk.done(change(ann, null, null, Posting.MODERATORS));
    long news = desk.say(ann, room, "news").seq();

    desk.refused(ErrorCode.FORBIDDEN, Desk.saying(ben, room, "me too"));
    desk.refused(ErrorCode.FORBIDDEN, new Write.Edit(room, ben.user(), early, "x", List.of()));
    desk.done(hung(ben, room, "nice", new Command.Hook(0, news, null)));
    desk.done(new Write.React(room, ben.user(), news, "👍", true));
  }

  @Test
  void anArchivedRoomIsReadAndLeftAndNothingElse() {
    long seq = desk.say(ben, room, "tea").seq();
    desk.refused(ErrorCode.FORBIDDEN, archive(ben, true));
    Write.Append before = Desk.saying(ben, room, "last");
    desk.done(before);
    desk.done(archive(ann, true));

    assertThat(desk.done(before).repeat()).isTrue();
    desk.refused(ErrorCode.FORBIDDEN, Desk.saying(ann, room, "more"));
    desk.refused(ErrorCode.FORBIDDEN, hung(ann, room, "more", new Command.Hook(0, seq, null)));
    desk.refused(ErrorCode.FORBIDDEN, new Write.Edit(room, ben.user(), seq, "x", List.of()));
    desk.refused(ErrorCode.FORBIDDEN, new Write.Delete(room, ben.user(), seq));
    desk.refused(ErrorCode.FORBIDDEN, new Write.React(room, ben.user(), seq, "👍", true));
    desk.refused(ErrorCode.FORBIDDEN, new Write.Pin(room, ann.user(), seq, true));
    desk.refused(ErrorCode.FORBIDDEN, inviting(ann, room, eve));
    desk.refused(ErrorCode.FORBIDDEN, change(ann, null, "new", null));
    desk.refused(ErrorCode.FORBIDDEN, new Write.SetRank(room, ann.user(), ben.id(), Rank.OWNER));
    assertThat(desk.join(eve, room).state().room().archived()).isTrue();
    desk.leave(ben, room);
    desk.done(archive(ann, false));
    desk.say(ann, room, "again");
  }

  // Direct rooms

  @Test
  void theSamePeopleHaveOneDirectRoom() {
    Write.Gathering made = desk.done(opening(ann, ben));
    RoomState state = made.state();

    assertThat(state.room().kind()).isEqualTo(RoomKind.DIRECT);
    assertThat(state.room().name()).isEmpty();
    assertThat(state.with()).containsExactly(ben.user());
    assertThat(made.entered()).hasSize(2);
    Write.Gathering again = desk.done(opening(ben, ann));
    assertThat(again.state().room()).isEqualTo(state.room());
    assertThat(again.state().with()).containsExactly(ann.user());
    assertThat(again.entered()).isEmpty();
    assertThat(desk.done(opening(ann, ben, eve)).state().room()).isNotEqualTo(state.room());
    assertThat(desk.done(opening(ann)).state().with()).isEmpty();
    reopen();
    assertThat(desk.done(opening(ann, ben)).state()).isEqualTo(state);
    assertThat(desk.state(ann, state.room().id()).with()).containsExactly(ben.user());
  }

  @Test
  void aDirectRoomBeginsEmptyAndIsForItsPeopleOnly() {
    RoomId direct = desk.done(opening(ann, ben)).state().room().id();

    assertThat(desk.log(direct, ann)).isEmpty();
    assertThat(desk.members(direct)).extracting(User::name).containsExactly("Ann", "Ben");
    assertThat(store.directory(ann.id())).extracting(l -> l.room().id()).doesNotContain(direct);
    desk.refused(ErrorCode.NO_SUCH_ROOM, new Write.JoinById(direct, eve.user(), 9));
    desk.refused(ErrorCode.NO_SUCH_ROOM, Desk.saying(eve, direct, "hello"));
    desk.refused(ErrorCode.FORBIDDEN, inviting(ann, direct, eve));
    desk.refused(ErrorCode.FORBIDDEN, new Write.Remove(direct, ann.user(), ben.id()));
    desk.refused(ErrorCode.UNSUPPORTED, new Write.Leave(direct, ann.user()));
    desk.refused(
        ErrorCode.FORBIDDEN,
        new Write.ChangeRoom(direct, ann.user(), "us", "us", null, null, null, null));
    desk.refused(ErrorCode.NO_SUCH_USER, opening(ann, Desk.stranger("Nobody")));
    long seq = desk.say(ben, direct, "hi").seq();
    assertThat(desk.done(new Write.Pin(direct, ann.user(), seq, true)).changed()).isTrue();
    desk.refused(ErrorCode.FORBIDDEN, new Write.Delete(direct, ann.user(), seq));
  }

  @Test
  void whoBlocksSomebodyIsNotReachedByThemAlone() {
    RoomId direct = desk.done(opening(ann, ben)).state().room().id();
    RoomId three = desk.done(opening(ann, ben, eve)).state().room().id();
    long seq = desk.say(ann, direct, "hi").seq();
    desk.done(new Write.Keep(ben.id(), "block/" + ann.id(), "on"));

    desk.refused(ErrorCode.FORBIDDEN, Desk.saying(ann, direct, "hi?"));
    desk.refused(ErrorCode.FORBIDDEN, new Write.Edit(direct, ann.user(), seq, "x", List.of()));
    desk.refused(ErrorCode.FORBIDDEN, opening(ann, ben));
    desk.say(ben, direct, "I can still talk");
    desk.say(ann, three, "in company one can, too");
    desk.done(new Write.Keep(ben.id(), "block/" + ann.id(), null));
    desk.say(ann, direct, "thanks");
  }
}
