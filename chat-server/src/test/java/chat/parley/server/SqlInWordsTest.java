package chat.parley.server;

import static chat.parley.server.Team.answer;
import static chat.parley.server.Team.done;
import static chat.parley.server.Team.id;
import static chat.parley.server.Team.say;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.AuditEntry;
import chat.parley.model.Ban;
import chat.parley.model.Door;
import chat.parley.model.Invitation;
import chat.parley.model.Nonce;
import chat.parley.model.Report;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.Status;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever people may write in is given to the database as a value: SQL comes back as the words it
 * is, finds nothing that is not there, and nothing is lost.
 */
class SqlInWordsTest {
  @TempDir Path data;

  private Team team;
  private Guest owner;
  private Guest ben;

  @BeforeEach
  void start() throws StartFailure {
    team = new Team(data);
    owner = team.owner("Cleo");
    ben = team.guest("Ben");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'); DROP TABLE events; --",
        "' OR '1'='1",
        "\"; DELETE FROM users; --",
        "%_\\' UNION SELECT token FROM devices --",
        "?1 ?2 :name @name $name"
      })
  void sqlIsWords(String sql) {
    RoomId room =
        answer(
                ben,
                Event.Joined.class,
                id -> new Command.CreateRoom(id, "kitchen", RoomKind.PUBLIC, sql, List.of()))
            .room()
            .room()
            .id();
    long seq = say(ben, room, sql);
    done(ben, id -> new Command.Edit(id, room, seq, sql + sql));
    done(ben, id -> new Command.React(id, room, seq, "👍", true));
    done(ben, id -> new Command.ChangeRoom(id, room, null, sql, sql, null, null));
    done(ben, id -> new Command.SetStatus(id, new Status("", sql, 0)));
    done(ben, id -> new Command.Keep(id, "draft/" + room.value(), sql));
    owner.join("kitchen");
    done(owner, id -> new Command.Report(id, room, seq, sql));
    done(owner, id -> new Command.Announce(id, sql, 60));
    done(owner, id -> new Command.ChangeSettings(id, sql, Door.GUESTS, sql, null, null));

    assertThat(
            answer(owner, Event.EditList.class, id -> new Command.Edits(id, room, seq)).editions())
        .extracting(Event.Edition::body)
        .containsExactly(sql, sql + sql);
    Report report =
        answer(owner, Event.ReportList.class, id -> new Command.Reports(id, room, false, 0, 10))
            .reports()
            .getFirst();
    assertThat(report.reason()).isEqualTo(sql);
    assertThat(report.text()).isEqualTo(sql + sql);
    done(owner, id -> new Command.Resolve(id, report.id(), sql));
    Invitation invitation =
        answer(
                owner,
                Event.Invited.class,
                id -> new Command.CreateInvite(id, Role.MEMBER, 1, 60, sql))
            .invitation();
    assertThat(invitation.note()).isEqualTo(sql);
    done(owner, id -> new Command.Ban(id, id(ben), null, false, 60, sql));
    assertThat(answer(owner, Event.BanList.class, id -> new Command.Bans(id, 0, 10)).bans())
        .extracting(Ban::reason)
        .containsExactly(sql);
    assertThat(answer(owner, Event.AuditPage.class, id -> new Command.Audit(id, 0, 100)).entries())
        .extracting(AuditEntry::detail)
        .contains("for 60 s: " + sql);

    findsNothing(sql);
    asksInVain(sql);
    assertThat(
            answer(owner, Event.Roster.class, id -> new Command.ListResidents(id, "", 0, 10))
                .people())
        .extracting(one -> one.user().name())
        .containsExactly("Ben", "Cleo");
    Guest late = team.connect();
    Event.Welcome welcome = late.hello(new Command.Auth.Guest("Late"), null, Map.of());
    assertThat(welcome.server().name()).isEqualTo(sql);
    assertThat(welcome.server().motd()).isEqualTo(sql);
    assertThat(late.join("kitchen").room().description()).isEqualTo(sql);
  }

  private void findsNothing(String sql) {
    assertThat(
            answer(owner, Event.Roster.class, id -> new Command.ListResidents(id, sql, 0, 10))
                .people())
        .isEmpty();
    assertThat(
            answer(owner, Event.PeopleList.class, id -> new Command.People(id, sql, 10)).people())
        .isEmpty();
  }

  /** Where only some letters may stand, nothing is found, or the words are refused. */
  private void asksInVain(String sql) {
    assertThat(team.refused(new Command.Auth.Password(sql, sql)).code())
        .isIn(ErrorCode.BAD_LOGIN, ErrorCode.BAD_NAME);
    assertThat(team.refused(new Command.Auth.Password("Cleo", sql)).code())
        .isEqualTo(ErrorCode.BAD_LOGIN);
    assertThat(team.refused(new Command.Auth.Token(sql)).code()).isEqualTo(ErrorCode.BAD_TOKEN);
    assertThat(team.refused(new Command.Auth.ByPass(sql)).code()).isEqualTo(ErrorCode.BAD_TOKEN);
    assertThat(team.refused(new Command.Auth.Reset("Cleo", sql, Team.SECRET)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
    assertThat(team.refused(new Command.Auth.Register("Dara", Team.SECRET, sql)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
    String word = sql.replace(' ', '_').replaceAll("[^!-~]", "");
    String short64 = word.substring(0, Math.min(64, word.length()));
    Team.failed(owner, ErrorCode.NO_SUCH_USER, id -> new Command.Kick(id, new UserId(short64), ""));
    Team.failed(
        owner,
        ErrorCode.NO_SUCH_ROOM,
        id -> new Command.Send(id, new RoomId(short64), new Nonce(short64), "x"));
    Team.failed(owner, ErrorCode.BAD_INVITE, id -> new Command.RevokeInvite(id, short64));
  }
}
