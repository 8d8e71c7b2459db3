package chat.parley.server;

import static chat.parley.server.Team.answer;
import static chat.parley.server.Team.done;
import static chat.parley.server.Team.failed;
import static chat.parley.server.Team.id;
import static chat.parley.server.Team.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.model.AuditEntry;
import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Report;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.Status;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeping order in rooms, over real sockets. */
class ModerationTest {
  @TempDir Path data;

  private Team team;
  private Guest owner;
  private Guest ann;
  private Guest ben;
  private RoomId room;

  @BeforeEach
  void start() throws StartFailure {
    team = new Team(data);
    owner = team.owner("Cleo");
    ann = team.guest("Ann");
    ben = team.guest("Ben");
    room = ann.join("kitchen").room().id();
    ben.join("kitchen");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  @Test
  void aMutedMemberWritesNothingAndIsToldUntilWhen() {
    long seq = say(ben, room, "before");
    done(ann, id -> new Command.Mute(id, room, id(ben), 600));

    assertThat(ben.await(Event.Muted.class).until()).isPositive();
    List<LongFunction<Command>> words =
        List.of(
            id -> new Command.Send(id, room, Nonce.fresh(), "no"),
            id -> new Command.Edit(id, room, seq, "no"),
            id -> new Command.React(id, room, seq, "👍", true));
    for (LongFunction<Command> word : words) {
      assertThat(failed(ben, ErrorCode.FORBIDDEN, word).message())
          .startsWith("You may not write here until ")
          .endsWith(".");
    }
    ben.say(new Command.Typing(room));
    assertThat(ben.await(Event.Failed.class).message()).startsWith("You may not write here until ");
    assertThat(ann.soFar()).noneMatch(Event.Typing.class::isInstance);
    done(ben, id -> new Command.Delete(id, room, seq));

    done(ann, id -> new Command.Mute(id, room, id(ben), 0));
    assertThat(ben.await(Event.Muted.class).until()).isZero();
    say(ben, room, "again");
  }

  @Test
  void whoIsMutedSomewhereTakesNoOtherNameEvenAfterLeaving() {
    done(ann, id -> new Command.Mute(id, room, id(ben), 600));
    String sentence =
        failed(ben, ErrorCode.FORBIDDEN, id -> new Command.ChangeName(id, "Read This")).message();
    assertThat(sentence).isEqualTo("You cannot take another name while you are muted in a room.");
    answer(ben, Event.Left.class, id -> new Command.Leave(id, room));
    failed(ben, ErrorCode.FORBIDDEN, id -> new Command.ChangeName(id, "Read This"));
    assertThat(ann.soFar()).noneMatch(Event.Renamed.class::isInstance);

    ben.join("kitchen");
    done(ann, id -> new Command.Mute(id, room, id(ben), 0));
    done(ben, id -> new Command.ChangeName(id, "Ben Again"));
    assertThat(ann.await(Event.Renamed.class).name()).isEqualTo("Ben Again");
  }

  @Test
  void whoIsMutedSomewhereSaysNothingByAStatusAndCanTakeBackTheirs() {
    done(ben, id -> new Command.SetStatus(id, new Status("", "at lunch", 0)));
    done(ann, id -> new Command.Mute(id, room, id(ben), 600));
    String sentence =
        failed(
                ben,
                ErrorCode.FORBIDDEN,
                id -> new Command.SetStatus(id, new Status("", "read this", 0)))
            .message();
    assertThat(sentence).isEqualTo("You cannot set a status while you are muted in a room.");
    done(ben, id -> new Command.SetStatus(id, null));

    done(ann, id -> new Command.Mute(id, room, id(ben), 0));
    done(ben, id -> new Command.SetStatus(id, new Status("", "heard again", 0)));
  }

  @Test
  void whoRunsTheServerGivesAMutedPersonAnotherName() {
    done(ann, id -> new Command.Mute(id, room, id(ben), 600));
    done(owner, id -> new Command.RenamePerson(id, id(ben), "Somebody"));
    assertThat(ann.await(Event.Renamed.class).name()).isEqualTo("Somebody");
  }

  @Test
  void leavingAndComingBackDoesNotHelpNorDoesARestart() throws StartFailure {
    done(ann, id -> new Command.Mute(id, room, id(ben), 600));
    answer(ben, Event.Left.class, id -> new Command.Leave(id, room));
    assertThat(ben.join("kitchen").mutedUntil()).isPositive();
    failed(ben, ErrorCode.FORBIDDEN, id -> new Command.Send(id, room, Nonce.fresh(), "no"));

    team.restart();
    Guest again = team.in(new Command.Auth.Token(Team.token(ben)));
    assertThat(again.welcome().rooms().getFirst().mutedUntil()).isPositive();
    failed(again, ErrorCode.FORBIDDEN, id -> new Command.Send(id, room, Nonce.fresh(), "no"));
    again.say(new Command.Typing(room));
    assertThat(again.await(Event.Failed.class).code()).isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test
  void readersReadAndWriteNothingAndLeavingOrARestartDoesNotHelp() throws StartFailure {
    long said = say(ben, room, "before");
    long regretted = say(ben, room, "before, too");
    done(ann, id -> new Command.SetRank(id, room, id(ben), Rank.READER));
    List<LongFunction<Command>> words =
        List.of(
            id -> new Command.Send(id, room, Nonce.fresh(), "no"),
            id ->
                new Command.Send(
                    id, room, Nonce.fresh(), "nor here", new Command.Hook(0, said, null)),
            id -> new Command.Edit(id, room, said, "no"),
            id -> new Command.React(id, room, said, "👍", true),
            id -> new Command.Invite(id, room, List.of(id(ann))));
    assertOnlyReads(ben, words);
    done(ben, id -> new Command.Delete(id, room, regretted));

    answer(ben, Event.Left.class, id -> new Command.Leave(id, room));
    assertThat(ben.join("kitchen").rank()).isEqualTo(Rank.READER);
    team.restart();
    Guest again = team.in(new Command.Auth.Token(Team.token(ben)));
    assertOnlyReads(again, words);

    Guest owner = team.in(new Command.Auth.Token(Team.token(ann)));
    done(owner, id -> new Command.SetRank(id, room, id(ben), Rank.MEMBER));
    say(again, room, "again");
    answer(again, Event.Left.class, id -> new Command.Leave(id, room));
    assertThat(again.join("kitchen").rank()).isEqualTo(Rank.MEMBER);
  }

  @Test
  void aReaderWhoIsLeftAloneOwnsTheRoomAndWrites() {
    done(ann, id -> new Command.SetRank(id, room, id(ben), Rank.READER));
    answer(ann, Event.Left.class, id -> new Command.Leave(id, room));
    ben.await(Event.RankChanged.class, changed -> changed.rank() == Rank.OWNER);
    ben.say(new Command.Typing(room));
    assertThat(ben.soFar()).noneMatch(Event.Failed.class::isInstance);
    say(ben, room, "Anybody there?");
  }

  private void assertOnlyReads(Guest guest, List<LongFunction<Command>> words) {
    for (LongFunction<Command> word : words) {
      assertThat(failed(guest, ErrorCode.FORBIDDEN, word).message())
          .isEqualTo("You may only read in this room.");
    }
    guest.say(new Command.Typing(room));
    assertThat(guest.await(Event.Failed.class).message())
        .isEqualTo("You may only read in this room.");
    answer(
        guest,
        Event.HistoryPage.class,
        id -> new Command.History(id, room, new Command.Span.After(0), 100));
  }

  @Test
  void onlyModeratorsMuteAndOnlyModeratorsSeeWhoIsMuted() {
    failed(ben, ErrorCode.FORBIDDEN, id -> new Command.Mute(id, room, id(ann), 600));
    failed(ann, ErrorCode.FORBIDDEN, id -> new Command.Mute(id, room, id(ann), 600));
    failed(ann, ErrorCode.NO_SUCH_USER, id -> new Command.Mute(id, room, id(owner), 600));
    done(ann, id -> new Command.Mute(id, room, id(ben), 600));

    assertThat(muted(ann)).isPositive();
    assertThat(muted(ben)).isZero();
  }

  @Test
  void slowModeMakesMembersWaitButNotModerators() {
    done(ann, id -> new Command.SlowMode(id, room, 3600));
    assertThat(ben.await(Event.RoomChanged.class).now().slowSeconds()).isEqualTo(3600);

    say(ben, room, "one");
    Event.Failed no =
        failed(ben, ErrorCode.SLOW_MODE, id -> new Command.Send(id, room, Nonce.fresh(), "two"));
    assertThat(no.retryMs()).isBetween(3_000_000L, 3_600_000L);
    answer(ben, Event.Left.class, id -> new Command.Leave(id, room));
    ben.join("kitchen");
    failed(ben, ErrorCode.SLOW_MODE, id -> new Command.Send(id, room, Nonce.fresh(), "two"));
    say(ann, room, "one");
    say(ann, room, "two");

    done(ann, id -> new Command.SlowMode(id, room, 0));
    say(ben, room, "two");
  }

  @Test
  void aMessageInSlowModeThatIsSaidAgainGetsItsFirstAnswer() {
    done(ann, id -> new Command.SlowMode(id, room, 3600));
    var nonce = Nonce.fresh();
    var first = answer(ben, Event.Ack.class, id -> new Command.Send(id, room, nonce, "one")).seq();
    assertThat(answer(ben, Event.Ack.class, id -> new Command.Send(id, room, nonce, "one")).seq())
        .isEqualTo(first);
  }

  @Test
  void aReportWaitsForModeratorsAndForThoseWhoRunTheServer() {
    long seq = say(ben, room, "rude words");
    Guest cora = team.guest("Cora");
    cora.join("kitchen");
    done(cora, id -> new Command.Report(id, room, seq, "That is rude"));
    done(cora, id -> new Command.Report(id, room, seq, "Once more"));
    failed(ben, ErrorCode.FORBIDDEN, id -> new Command.Report(id, room, seq, ""));
    done(ben, id -> new Command.Delete(id, room, seq));

    Report seen = reports(ann, room, false).getFirst();
    assertThat(reports(owner, null, false)).containsExactly(seen);
    assertThat(seen.text()).isEqualTo("rude words");
    assertThat(seen.reason()).isEqualTo("That is rude");
    assertThat(seen.by().id()).isEqualTo(id(cora));
    assertThat(seen.author().id()).isEqualTo(id(ben));
    assertThat(reports(cora, null, false)).isEmpty();
    failed(cora, ErrorCode.FORBIDDEN, id -> new Command.Reports(id, room, false, 0, 10));

    Event.Failed hidden =
        failed(cora, ErrorCode.NO_SUCH_MESSAGE, id -> new Command.Resolve(id, seen.id(), "x"));
    Event.Failed none =
        failed(cora, ErrorCode.NO_SUCH_MESSAGE, id -> new Command.Resolve(id, 4711, "x"));
    assertThat(hidden.message()).isEqualTo(none.message());

    done(ann, id -> new Command.Resolve(id, seen.id(), "Talked to Ben"));
    assertThat(reports(ann, room, false)).isEmpty();
    Report settled = reports(ann, room, true).getFirst();
    assertThat(settled.text()).isEmpty();
    assertThat(settled.resolution().note()).isEqualTo("Talked to Ben");
    assertThat(settled.resolution().by().id()).isEqualTo(id(ann));
  }

  @Test
  void whoIsReportedDoesNotHearByWhomAndDoesNotDealWithIt() {
    done(ann, id -> new Command.SetRank(id, room, id(ben), Rank.MODERATOR));
    Guest cora = team.guest("Cora");
    cora.join("kitchen");
    long seq = say(ben, room, "rude words");
    done(cora, id -> new Command.Report(id, room, seq, "That is rude"));
    assertThat(owner.await(Event.Reported.class).waiting()).isEqualTo(1);
    long ownersWords = say(owner, owner.join("kitchen").room().id(), "as rude");
    done(cora, id -> new Command.Report(id, room, ownersWords, "That too"));

    assertThat(reports(ben, room, false)).extracting(Report::text).containsExactly("as rude");
    assertThat(reports(owner, room, false)).extracting(Report::text).containsExactly("rude words");
    ben.await(Event.Reported.class, news -> news.waiting() == 1);
    Guest again = team.connect();
    again.hello(new Command.Auth.Token(Team.token(ben)), null, Map.of());
    assertThat(again.until(Event.CaughtUp.class)).contains(new Event.Reported(room, 1));
    long report = reports(owner, room, false).getFirst().id();
    failed(ben, ErrorCode.NO_SUCH_MESSAGE, id -> new Command.Resolve(id, report, "nothing"));
    assertThat(
            failed(ann, ErrorCode.FORBIDDEN, id -> new Command.Resolve(id, report, "x")).message())
        .isEqualTo("Only those who run this server deal with what a moderator said.");
    assertThat(audit(owner)).filteredOn(entry -> entry.deed().equals("report")).hasSize(1);
    done(owner, id -> new Command.Resolve(id, report, "Talked to Ben"));
    assertThat(reports(ben, room, true)).isEmpty();
  }

  @Test
  void moderatorsRemoveNeitherEachOtherNorThoseWhoRunTheServer() {
    Guest cora = team.guest("Cora");
    cora.join("kitchen");
    owner.join("kitchen");
    for (Guest moderator : List.of(ben, cora)) {
      done(ann, id -> new Command.SetRank(id, room, id(moderator), Rank.MODERATOR));
    }
    for (Guest high : List.of(cora, owner, ann)) {
      assertThat(
              failed(ben, ErrorCode.FORBIDDEN, id -> new Command.Remove(id, room, id(high)))
                  .message())
          .isEqualTo("Only an owner can remove those who keep order.");
    }
    done(ann, id -> new Command.Remove(id, room, id(cora)));
    done(ann, id -> new Command.Remove(id, room, id(owner)));
  }

  @Test
  void theAuditLogNamesNoRoomToWhoIsNotInIt() {
    RoomId hidden =
        answer(
                ann,
                Event.Joined.class,
                id -> new Command.CreateRoom(id, "den", RoomKind.PRIVATE, "", List.of(id(ben))))
            .room()
            .room()
            .id();
    done(ann, id -> new Command.Remove(id, hidden, id(ben)));
    assertThat(audit(owner))
        .filteredOn(entry -> entry.deed().equals("remove"))
        .extracting(AuditEntry::room)
        .containsOnlyNulls();
  }

  private static List<AuditEntry> audit(Guest reader) {
    return answer(reader, Event.AuditPage.class, id -> new Command.Audit(id, 0, 100))
        .entries()
        .stream()
        .filter(entry -> !entry.deed().equals("set_up"))
        .toList();
  }

  @Test
  void reportsComeInPages() {
    for (int i = 0; i < 5; i++) {
      long seq = say(ben, room, "message " + i);
      done(ann, id -> new Command.Report(id, room, seq, ""));
    }
    var first =
        answer(ann, Event.ReportList.class, id -> new Command.Reports(id, room, false, 0, 3));
    var rest =
        answer(
            ann,
            Event.ReportList.class,
            id -> new Command.Reports(id, room, false, first.next(), 3));
    assertThat(first.reports())
        .extracting(Report::text)
        .containsExactly("message 4", "message 3", "message 2");
    assertThat(rest.reports()).extracting(Report::text).containsExactly("message 1", "message 0");
    assertThat(rest.next()).isZero();
  }

  @Test
  void allOfItIsInTheAuditLogWithoutAWordOfWhatWasSaid() {
    long seq = say(ben, room, "rude words");
    done(ann, id -> new Command.Mute(id, room, id(ben), 600));
    done(ann, id -> new Command.SlowMode(id, room, 30));
    done(ann, id -> new Command.Report(id, room, seq, ""));
    long report = reports(ann, room, false).getFirst().id();
    done(ann, id -> new Command.Resolve(id, report, "done"));
    done(ann, id -> new Command.Delete(id, room, seq));

    List<AuditEntry> entries = audit(owner);
    assertThat(entries)
        .extracting(AuditEntry::deed)
        .containsExactly("delete", "resolve", "report", "slow_mode", "mute");
    assertThat(entries).allMatch(entry -> entry.by().id().equals(id(ann)));
    assertThat(entries).allMatch(entry -> room.equals(entry.room()));
    assertThat(entries.toString()).doesNotContain("rude words");
  }

  @Test
  void whoModeratesHearsOfReportsAtOnceAndAtTheNextLogIn() {
    long first = say(ben, room, "rude words");
    long second = say(ben, room, "more of them");
    Guest cem = team.guest("Cem");
    cem.join("kitchen");
    done(cem, id -> new Command.Report(id, room, first, ""));
    assertThat(ann.await(Event.Reported.class)).isEqualTo(new Event.Reported(room, 1));
    assertThat(owner.await(Event.Reported.class)).isEqualTo(new Event.Reported(room, 1));
    done(cem, id -> new Command.Report(id, room, first, "again"));
    done(cem, id -> new Command.Report(id, room, second, ""));
    assertThat(ann.await(Event.Reported.class)).isEqualTo(new Event.Reported(room, 2));

    Guest tablet = team.connect();
    tablet.hello(new Command.Auth.Token(Team.token(ann)), null, Map.of());
    assertThat(tablet.until(Event.CaughtUp.class)).contains(new Event.Reported(room, 2));
    Guest bens = team.connect();
    bens.hello(new Command.Auth.Token(Team.token(ben)), null, Map.of());
    assertThat(bens.until(Event.CaughtUp.class)).noneMatch(Event.Reported.class::isInstance);

    done(ann, id -> new Command.SetRank(id, room, id(cem), Rank.MODERATOR));
    assertThat(cem.await(Event.Reported.class)).isEqualTo(new Event.Reported(room, 2));
    long report = reports(ann, room, false).getFirst().id();
    done(ann, id -> new Command.Resolve(id, report, ""));
    assertThat(cem.await(Event.Reported.class)).isEqualTo(new Event.Reported(room, 1));
    done(ann, id -> new Command.SetRank(id, room, id(cem), Rank.MEMBER));
    assertThat(cem.await(Event.Reported.class)).isEqualTo(new Event.Reported(room, 0));
    assertThat(ben.soFar()).noneMatch(Event.Reported.class::isInstance);
  }

  @Test
  void whatTakesARankIsInTheAuditLogAndWhatEverybodyMayIsNot() {
    long seq = say(ben, room, "soup today");
    done(ann, id -> new Command.SetRank(id, room, id(ben), Rank.MODERATOR));
    done(ann, id -> new Command.SetRank(id, room, id(ben), Rank.MODERATOR));
    done(ann, id -> new Command.ChangeRoom(id, room, null, "Soup", null, null, null));
    done(ann, id -> new Command.Pin(id, room, seq, true));
    done(ann, id -> new Command.Pin(id, room, seq, false));
    done(ann, id -> new Command.ChangeRoom(id, room, "secret", null, null, null, null));
    done(ann, id -> new Command.ChangeRoom(id, room, null, null, null, Posting.MODERATORS, null));
    done(ann, id -> new Command.ChangeRoom(id, room, null, null, null, null, true));
    done(ann, id -> new Command.ChangeRoom(id, room, null, null, null, null, false));
    done(ann, id -> new Command.Remove(id, room, id(ben)));
    done(ann, id -> new Command.Remove(id, room, id(ben)));
    answer(ann, Event.Left.class, id -> new Command.Leave(id, room));

    List<AuditEntry> entries = audit(owner);
    assertThat(entries)
        .extracting(AuditEntry::deed, AuditEntry::detail)
        .containsExactly(
            tuple("remove", ""),
            tuple("reopen", ""),
            tuple("archive", ""),
            tuple("change_room", "posting: moderators"),
            tuple("change_room", "name"),
            tuple("pin", "no longer message " + seq),
            tuple("pin", "message " + seq),
            tuple("change_room", "topic"),
            tuple("set_rank", "member to moderator"));
    assertThat(entries).allMatch(entry -> entry.by().id().equals(id(ann)));
    assertThat(entries).allMatch(entry -> room.equals(entry.room()));
    assertThat(entries.getFirst().whom()).isEqualTo(ben.welcome().user());
    assertThat(entries.getLast().whom()).isEqualTo(ben.welcome().user());
  }

  @Test
  void whoInheritsARoomIsInTheAuditLog() {
    answer(ann, Event.Left.class, id -> new Command.Leave(id, room));
    AuditEntry entry = audit(owner).getFirst();
    assertThat(entry.deed()).isEqualTo("set_rank");
    assertThat(entry.detail()).isEqualTo("to owner, by leaving as the last");
    assertThat(entry.whom().id()).isEqualTo(id(ben));
  }

  @Test
  void whoModeratesIsNotHeldBackByAMuteOfBefore() {
    done(ann, id -> new Command.Mute(id, room, id(ben), 600));
    done(ann, id -> new Command.SetRank(id, room, id(ben), Rank.MODERATOR));
    say(ben, room, "thank you");
    done(ben, id -> new Command.ChangeName(id, "Ben Keeper"));
  }

  private long muted(Guest reader) {
    return answer(reader, Event.MemberList.class, id -> new Command.Members(id, room))
        .members()
        .stream()
        .filter(member -> member.user().id().equals(id(ben)))
        .mapToLong(Member::mutedUntil)
        .sum();
  }

  private static List<Report> reports(Guest reader, RoomId room, boolean resolved) {
    return answer(
            reader, Event.ReportList.class, id -> new Command.Reports(id, room, resolved, 0, 100))
        .reports();
  }
}
