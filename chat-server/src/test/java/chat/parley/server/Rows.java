package chat.parley.server;

import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.protocol.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each command is said in the matrix; one that is missing here fails the test. */
final class Rows {
  /** Makes the command that somebody says in a room, which may be one that does not exist. */
  interface Line {
    Command of(long id, RoomId room, Stage stage, Part part);
  }

  /**
   * @param inRooms whether it is about a room
   */
  record Row(Line line, boolean inRooms) {}

  private final Map<Class<? extends Command>, Row> rows = new LinkedHashMap<>();

  Rows() {
    membership();
    messages();
    reading();
    order();
    oneself();
    people();
    server();
    // Last: it makes the guest a member.
    server(
        Command.BecomeMember.class,
        (id, _, _, _) -> new Command.BecomeMember(id, Team.SECRET, null));
  }

  Map<Class<? extends Command>, Row> all() {
    return rows;
  }

  private void room(Class<? extends Command> kind, Line line) {
    rows.put(kind, new Row(line, true));
  }

  private void server(Class<? extends Command> kind, Line line) {
    rows.put(kind, new Row(line, false));
  }

  private void membership() {
    room(
        Command.Join.class, (id, room, _, _) -> new Command.Join(id, new Command.Place.ById(room)));
    room(Command.Leave.class, (id, room, _, _) -> new Command.Leave(id, room));
    room(
        Command.Invite.class,
        (id, room, stage, _) -> new Command.Invite(id, room, List.of(stage.cast().victim())));
    room(
        Command.Remove.class,
        (id, room, stage, _) -> new Command.Remove(id, room, Team.id(stage.cast().author())));
    room(
        Command.SetRank.class,
        (id, room, stage, _) ->
            new Command.SetRank(id, room, Team.id(stage.cast().author()), Rank.MODERATOR));
    room(
        Command.ChangeRoom.class,
        (id, room, stage, _) ->
            new Command.ChangeRoom(id, room, null, stage.words(), null, null, null));
  }

  private void messages() {
    room(
        Command.Send.class,
        (id, room, stage, _) -> new Command.Send(id, room, Nonce.fresh(), stage.words()));
    room(
        Command.Edit.class,
        (id, room, stage, part) -> new Command.Edit(id, room, stage.own(part), stage.words()));
    room(Command.Delete.class, (id, room, stage, _) -> new Command.Delete(id, room, stage.said()));
    room(
        Command.React.class,
        (id, room, stage, _) -> new Command.React(id, room, stage.said(), "👍", true));
    room(Command.Pin.class, (id, room, stage, _) -> new Command.Pin(id, room, stage.said(), true));
  }

  private void reading() {
    room(
        Command.History.class,
        (id, room, _, _) -> new Command.History(id, room, new Command.Span.After(0), 100));
    room(
        Command.Thread.class,
        (id, room, stage, _) -> new Command.Thread(id, room, stage.said(), 0, 10));
    room(Command.Pins.class, (id, room, _, _) -> new Command.Pins(id, room));
    room(Command.Files.class, (id, room, _, _) -> new Command.Files(id, room, 0, 10));
    room(Command.Edits.class, (id, room, stage, _) -> new Command.Edits(id, room, stage.said()));
    room(Command.Members.class, (id, room, _, _) -> new Command.Members(id, room));
    room(Command.Typing.class, (_, room, _, _) -> new Command.Typing(room));
    room(Command.Read.class, (_, room, _, _) -> new Command.Read(room, 1));
    room(Command.Unread.class, (id, room, _, _) -> new Command.Unread(id, room, 1));
    room(Command.Got.class, (_, room, _, _) -> new Command.Got(room, 1));
  }

  private void order() {
    room(
        Command.Mute.class,
        (id, room, stage, _) -> new Command.Mute(id, room, Team.id(stage.cast().author()), 60));
    room(Command.SlowMode.class, (id, room, _, _) -> new Command.SlowMode(id, room, 1));
    room(
        Command.Report.class,
        (id, room, stage, _) -> new Command.Report(id, room, stage.said(), "test"));
    room(Command.Reports.class, (id, room, _, _) -> new Command.Reports(id, room, false, 0, 10));
    room(
        Command.Resolve.class,
        (id, room, stage, _) ->
            new Command.Resolve(
                id, room.equals(stage.room()) ? stage.report() : Integer.MAX_VALUE, "test"));
  }

  private void oneself() {
    server(
        Command.Hello.class,
        (id, _, stage, _) ->
            new Command.Hello(
                id,
                Command.VERSION,
                "test",
                new Command.Auth.Guest(stage.cast().name()),
                null,
                Map.of()));
    server(Command.Ping.class, (id, _, _, _) -> new Command.Ping(id));
    server(
        Command.ChangeName.class,
        (id, _, stage, _) -> new Command.ChangeName(id, stage.cast().name()));
    server(
        Command.ChangePassword.class,
        (id, _, _, _) -> new Command.ChangePassword(id, Team.SECRET, Team.SECRET));
    server(Command.Devices.class, (id, _, _, _) -> new Command.Devices(id));
    server(Command.LogOut.class, (id, _, _, _) -> new Command.LogOut(id, null));
    server(Command.Renew.class, (id, _, _, _) -> new Command.Renew(id));
    server(Command.Keep.class, (id, _, _, _) -> new Command.Keep(id, "test", "value"));
    server(Command.SetStatus.class, (id, _, _, _) -> new Command.SetStatus(id, null));
    server(Command.SetPresence.class, (_, _, _, _) -> new Command.SetPresence(Presence.ONLINE));
    server(Command.Rooms.class, (id, _, _, _) -> new Command.Rooms(id));
    server(Command.People.class, (id, _, _, _) -> new Command.People(id, "", 500));
    server(
        Command.Search.class,
        (id, _, _, _) -> new Command.Search(id, "a", Command.Narrow.NOT, 0, 100));
    server(Command.Mentions.class, (id, _, _, _) -> new Command.Mentions(id, 0, 100));
    server(
        Command.CreateRoom.class,
        (id, _, stage, _) ->
            new Command.CreateRoom(id, stage.cast().name(), RoomKind.PUBLIC, "", List.of()));
    server(
        Command.OpenDirect.class,
        (id, _, stage, _) -> new Command.OpenDirect(id, List.of(stage.cast().holder())));
  }

  private void people() {
    server(
        Command.SetRole.class,
        (id, _, stage, _) -> new Command.SetRole(id, stage.cast().victim(), Role.MEMBER));
    server(
        Command.Kick.class, (id, _, stage, _) -> new Command.Kick(id, stage.cast().victim(), ""));
    server(
        Command.Ban.class,
        (id, _, stage, _) -> new Command.Ban(id, stage.cast().victim(), null, false, 60, ""));
    server(Command.Unban.class, (id, _, _, _) -> new Command.Unban(id, 1));
    server(Command.Bans.class, (id, _, _, _) -> new Command.Bans(id, 0, 100));
    server(Command.ListResidents.class, (id, _, _, _) -> new Command.ListResidents(id, "", 0, 500));
    server(
        Command.ResetPassword.class,
        (id, _, stage, _) -> new Command.ResetPassword(id, stage.cast().holder()));
    server(
        Command.EndDevices.class,
        (id, _, stage, _) -> new Command.EndDevices(id, stage.cast().victim(), null));
    server(
        Command.RenamePerson.class,
        (id, _, stage, _) ->
            new Command.RenamePerson(id, stage.cast().victim(), stage.cast().name()));
  }

  private void server() {
    server(
        Command.CreateInvite.class,
        (id, _, _, _) -> new Command.CreateInvite(id, Role.GUEST, 1, 60, ""));
    server(Command.Invites.class, (id, _, _, _) -> new Command.Invites(id));
    server(Command.RevokeInvite.class, (id, _, _, _) -> new Command.RevokeInvite(id, "i_unknown"));
    server(Command.Settings.class, (id, _, _, _) -> new Command.Settings(id));
    server(
        Command.ChangeSettings.class,
        (id, _, _, _) -> new Command.ChangeSettings(id, null, null, null, null, null));
    server(Command.AskHealth.class, (id, _, _, _) -> new Command.AskHealth(id));
    server(Command.Announce.class, (id, _, _, _) -> new Command.Announce(id, "", 0));
    server(Command.Audit.class, (id, _, _, _) -> new Command.Audit(id, 0, 500));
  }
}
